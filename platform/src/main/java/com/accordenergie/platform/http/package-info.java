/** How one service asks another. */
@NullMarked
package com.accordenergie.platform.http;

import org.jspecify.annotations.NullMarked;
