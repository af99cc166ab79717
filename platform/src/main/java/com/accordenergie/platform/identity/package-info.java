@NullMarked
package com.accordenergie.platform.identity;

import org.jspecify.annotations.NullMarked;
