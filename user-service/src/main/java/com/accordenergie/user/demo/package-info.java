/** A believable company to try the suite with. */
@NullMarked
package com.accordenergie.user.demo;

import org.jspecify.annotations.NullMarked;
