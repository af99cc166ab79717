/** The applications that may ask for tokens. */
@NullMarked
package com.accordenergie.auth.client;

import org.jspecify.annotations.NullMarked;
