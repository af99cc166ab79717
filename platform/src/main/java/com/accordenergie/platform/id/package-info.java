@NullMarked
package com.accordenergie.platform.id;

import org.jspecify.annotations.NullMarked;
