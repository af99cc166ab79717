@NullMarked
package com.accordenergie.platform.openapi;

import org.jspecify.annotations.NullMarked;
