@NullMarked
package com.accordenergie.intervention.planning;

import org.jspecify.annotations.NullMarked;
