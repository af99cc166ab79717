/** Lists page by page, each from where the one before ended; nothing is counted. */
@NullMarked
package com.accordenergie.platform.paging;

import org.jspecify.annotations.NullMarked;
