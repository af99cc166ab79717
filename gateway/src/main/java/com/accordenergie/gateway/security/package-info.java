/** What is open without a token: whatever has a route and is not the API. */
@NullMarked
package com.accordenergie.gateway.security;

import org.jspecify.annotations.NullMarked;
