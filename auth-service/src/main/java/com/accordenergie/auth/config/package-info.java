/** The filter chains and what they are made of. */
@NullMarked
package com.accordenergie.auth.config;

import org.jspecify.annotations.NullMarked;
