@NullMarked
package com.accordenergie.gateway.security;

import org.jspecify.annotations.NullMarked;
