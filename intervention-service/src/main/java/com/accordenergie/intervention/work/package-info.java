@NullMarked
package com.accordenergie.intervention.work;

import org.jspecify.annotations.NullMarked;
