/** What other services are told of webhooks. */
@NullMarked
package com.accordenergie.user.partner.webhook.messaging;

import org.jspecify.annotations.NullMarked;
