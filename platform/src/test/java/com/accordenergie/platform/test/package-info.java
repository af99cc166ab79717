@NullMarked
package com.accordenergie.platform.test;

import org.jspecify.annotations.NullMarked;
