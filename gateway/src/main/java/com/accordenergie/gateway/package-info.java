@NullMarked
package com.accordenergie.gateway;

import org.jspecify.annotations.NullMarked;
