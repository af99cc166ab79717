@NullMarked
package com.accordenergie.platform.messaging;

import org.jspecify.annotations.NullMarked;
