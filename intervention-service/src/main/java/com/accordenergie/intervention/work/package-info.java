/**
 * Interventions themselves: who sees them, who may do what with them, and how they are created, changed
 * and taken from step to step.
 */
@NullMarked
package com.accordenergie.intervention.work;

import org.jspecify.annotations.NullMarked;
