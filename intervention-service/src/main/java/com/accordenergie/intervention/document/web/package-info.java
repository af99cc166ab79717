/** The report as a PDF and the appointment as a calendar's entry. */
@NullMarked
package com.accordenergie.intervention.document.web;

import org.jspecify.annotations.NullMarked;
