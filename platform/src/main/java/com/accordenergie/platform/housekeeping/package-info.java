@NullMarked
package com.accordenergie.platform.housekeeping;

import org.jspecify.annotations.NullMarked;
