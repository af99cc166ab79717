/**
 * What the tests of all services are made with: real servers, tokens, a clock, captured events, the rules of
 * the house.
 */
@NullMarked
package com.accordenergie.platform.test;

import org.jspecify.annotations.NullMarked;
