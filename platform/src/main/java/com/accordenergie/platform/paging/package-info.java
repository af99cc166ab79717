@NullMarked
package com.accordenergie.platform.paging;

import org.jspecify.annotations.NullMarked;
