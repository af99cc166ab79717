/** What belongs to whoever is logged in, and to nobody else. */
@NullMarked
package com.accordenergie.user.me;

import org.jspecify.annotations.NullMarked;
