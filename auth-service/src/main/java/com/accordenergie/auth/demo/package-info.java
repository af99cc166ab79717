/** The passwords of the demonstration company. */
@NullMarked
package com.accordenergie.auth.demo;

import org.jspecify.annotations.NullMarked;
