/**
 * How requests are read: strictly, within bounds, and a change only upon the version it was made for.
 */
@NullMarked
package com.accordenergie.platform.web;

import org.jspecify.annotations.NullMarked;
