@NullMarked
package com.accordenergie.gateway.routing;

import org.jspecify.annotations.NullMarked;
