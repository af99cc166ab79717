/** The work: interventions from the call to the settlement. */
@NullMarked
package com.accordenergie.intervention;

import org.jspecify.annotations.NullMarked;
