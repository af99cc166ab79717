/** How partners are followed. */
@NullMarked
package com.accordenergie.auth.partner.messaging;

import org.jspecify.annotations.NullMarked;
