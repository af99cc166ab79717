/** The launcher of the suite, called as a newcomer calls it. */
@NullMarked
package com.accordenergie.gateway.launcher;

import org.jspecify.annotations.NullMarked;
