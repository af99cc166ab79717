/** Sessions of the login page. */
@NullMarked
package com.accordenergie.auth.session;

import org.jspecify.annotations.NullMarked;
