/**
 * What every request passes before a route is looked for: its number, the bounds of the house, the counts of
 * what somebody may ask.
 */
@NullMarked
package com.accordenergie.gateway.edge;

import org.jspecify.annotations.NullMarked;
