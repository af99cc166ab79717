/** The one door of the suite to the outside. */
@NullMarked
package com.accordenergie.gateway;

import org.jspecify.annotations.NullMarked;
