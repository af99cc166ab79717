/** When which technician is taken: what keeps two slots apart, and the board that shows them. */
@NullMarked
package com.accordenergie.intervention.planning;

import org.jspecify.annotations.NullMarked;
