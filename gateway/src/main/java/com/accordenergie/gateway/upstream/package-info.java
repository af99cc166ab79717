@NullMarked
package com.accordenergie.gateway.upstream;

import org.jspecify.annotations.NullMarked;
