/** Everybody who logs in, whatever their role. */
@NullMarked
package com.accordenergie.user.person;

import org.jspecify.annotations.NullMarked;
