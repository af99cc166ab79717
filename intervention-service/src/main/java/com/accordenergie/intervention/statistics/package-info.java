/** How the work goes, in figures, for the admin: what is open, and how it went against its targets. */
@NullMarked
package com.accordenergie.intervention.statistics;

import org.jspecify.annotations.NullMarked;
