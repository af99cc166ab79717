/** How soon which intervention must be dealt with, and how much of that time has gone by. */
@NullMarked
package com.accordenergie.intervention.urgency;

import org.jspecify.annotations.NullMarked;
