/** Interventions and their history, as each reader may see them. */
@NullMarked
package com.accordenergie.intervention.work.web;

import org.jspecify.annotations.NullMarked;
