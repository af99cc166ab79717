/** What lists answer, and what they cost, against samples of work whose right answers are known. */
@NullMarked
package com.accordenergie.intervention.listing;

import org.jspecify.annotations.NullMarked;
