/** The admin's figures, as the dashboard asks for them. */
@NullMarked
package com.accordenergie.intervention.statistics.web;

import org.jspecify.annotations.NullMarked;
