/** Which instances of which services there are, for those who call them. */
@NullMarked
package com.accordenergie.discovery;

import org.jspecify.annotations.NullMarked;
