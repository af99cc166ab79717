/**
 * What lies in a database or a browser locked, or as a hash only, so that a copy of it alone tells
 * nothing.
 */
@NullMarked
package com.accordenergie.platform.vault;

import org.jspecify.annotations.NullMarked;
