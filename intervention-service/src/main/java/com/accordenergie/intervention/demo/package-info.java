/** A believable past for a house that shows itself: through the use cases, with nothing invented. */
@NullMarked
package com.accordenergie.intervention.demo;

import org.jspecify.annotations.NullMarked;
