@NullMarked
package com.accordenergie.platform.discovery;

import org.jspecify.annotations.NullMarked;
