/** The six services as they are delivered, started as processes and used from outside. */
@NullMarked
package com.accordenergie.gateway.suite;

import org.jspecify.annotations.NullMarked;
