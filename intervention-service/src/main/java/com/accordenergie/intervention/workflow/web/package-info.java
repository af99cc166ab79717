/** The lists of statuses and transitions: every person reads them, the admin changes them. */
@NullMarked
package com.accordenergie.intervention.workflow.web;

import org.jspecify.annotations.NullMarked;
