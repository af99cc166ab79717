/** The list of urgencies: every person reads it, the admin changes it. */
@NullMarked
package com.accordenergie.intervention.urgency.web;

import org.jspecify.annotations.NullMarked;
