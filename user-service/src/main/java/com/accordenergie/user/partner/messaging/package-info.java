/** What other services are told of partners. */
@NullMarked
package com.accordenergie.user.partner.messaging;

import org.jspecify.annotations.NullMarked;
