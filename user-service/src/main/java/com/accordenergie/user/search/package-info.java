/** Finding people and clients by the words somebody remembers. */
@NullMarked
package com.accordenergie.user.search;

import org.jspecify.annotations.NullMarked;
