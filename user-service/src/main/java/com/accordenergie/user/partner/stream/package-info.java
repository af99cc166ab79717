/** The partners' streams on the broker: who writes them, and how they are read over HTTP. */
@NullMarked
package com.accordenergie.user.partner.stream;

import org.jspecify.annotations.NullMarked;
