/** Refusals in the one form that every client reads (RFC 9457), wherever they arise. */
@NullMarked
package com.accordenergie.platform.problem;

import org.jspecify.annotations.NullMarked;
