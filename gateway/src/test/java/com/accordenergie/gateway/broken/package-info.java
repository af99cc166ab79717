/** What each rule of the architecture forbids, done once, so that a rule that sees nothing shows. */
@NullMarked
package com.accordenergie.gateway.broken;

import org.jspecify.annotations.NullMarked;
