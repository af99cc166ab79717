/** The one-time link with which somebody chooses a password. */
@NullMarked
package com.accordenergie.auth.invitation;

import org.jspecify.annotations.NullMarked;
