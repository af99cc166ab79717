/** The board, and the times in which a technician cannot be planned. */
@NullMarked
package com.accordenergie.intervention.planning.web;

import org.jspecify.annotations.NullMarked;
