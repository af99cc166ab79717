@NullMarked
package com.accordenergie.intervention.listing;

import org.jspecify.annotations.NullMarked;
