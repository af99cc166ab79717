/** Pages of the gateway's own, for people whose way led nowhere. */
@NullMarked
package com.accordenergie.gateway.page;

import org.jspecify.annotations.NullMarked;
