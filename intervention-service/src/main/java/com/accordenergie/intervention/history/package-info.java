/** What was changed in an intervention, when, by whom and why, field by field. */
@NullMarked
package com.accordenergie.intervention.history;

import org.jspecify.annotations.NullMarked;
