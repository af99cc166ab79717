@NullMarked
package com.accordenergie.gateway.home;

import org.jspecify.annotations.NullMarked;
