/** What can be reached, and how a request and its answer are passed on. */
@NullMarked
package com.accordenergie.gateway.routing;

import org.jspecify.annotations.NullMarked;
