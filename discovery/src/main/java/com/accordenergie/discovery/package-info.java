@NullMarked
package com.accordenergie.discovery;

import org.jspecify.annotations.NullMarked;
