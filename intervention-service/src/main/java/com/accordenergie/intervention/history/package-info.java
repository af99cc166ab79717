@NullMarked
package com.accordenergie.intervention.history;

import org.jspecify.annotations.NullMarked;
