/** What is sent to webhooks: taken from the partners' streams, signed, sent in order, tried again. */
@NullMarked
package com.accordenergie.user.partner.webhook.delivery;

import org.jspecify.annotations.NullMarked;
