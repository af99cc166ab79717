/** Getting an answer from one of a service's instances, with a bound for every wait. */
@NullMarked
package com.accordenergie.gateway.upstream;

import org.jspecify.annotations.NullMarked;
