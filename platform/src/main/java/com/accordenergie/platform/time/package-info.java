/** Times as the databases keep them. */
@NullMarked
package com.accordenergie.platform.time;

import org.jspecify.annotations.NullMarked;
