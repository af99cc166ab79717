/** Small real servers in the services' place. */
@NullMarked
package com.accordenergie.gateway.support;

import org.jspecify.annotations.NullMarked;
