/** Who is asking, by the access token, and whether a route is for them. */
@NullMarked
package com.accordenergie.platform.identity;

import org.jspecify.annotations.NullMarked;
