/** What lies in a database locked, so that a copy of it alone tells nothing. */
@NullMarked
package com.accordenergie.platform.vault;

import org.jspecify.annotations.NullMarked;
