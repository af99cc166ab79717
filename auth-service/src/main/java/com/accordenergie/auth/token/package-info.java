/** Tokens: what they say, and how they live, are renewed and end. */
@NullMarked
package com.accordenergie.auth.token;

import org.jspecify.annotations.NullMarked;
