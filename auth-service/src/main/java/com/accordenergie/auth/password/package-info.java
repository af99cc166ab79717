/** How passwords are judged, kept and compared. */
@NullMarked
package com.accordenergie.auth.password;

import org.jspecify.annotations.NullMarked;
