/** What of an internal event a partner may read. */
@NullMarked
package com.accordenergie.user.partner.stream.translation;

import org.jspecify.annotations.NullMarked;
