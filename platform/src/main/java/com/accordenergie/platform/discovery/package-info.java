/** How an instance leaves the registry before its server stops. */
@NullMarked
package com.accordenergie.platform.discovery;

import org.jspecify.annotations.NullMarked;
