/** How the first admin gets in. */
@NullMarked
package com.accordenergie.auth.bootstrap;

import org.jspecify.annotations.NullMarked;
