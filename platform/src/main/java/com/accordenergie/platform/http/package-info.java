@NullMarked
package com.accordenergie.platform.http;

import org.jspecify.annotations.NullMarked;
