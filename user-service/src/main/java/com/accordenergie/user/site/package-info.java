/** Where a client's installations stand. */
@NullMarked
package com.accordenergie.user.site;

import org.jspecify.annotations.NullMarked;
