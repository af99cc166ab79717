@NullMarked
package com.accordenergie.gateway.edge;

import org.jspecify.annotations.NullMarked;
