/** Webhooks over HTTP, for admins. */
@NullMarked
package com.accordenergie.user.partner.webhook.web;

import org.jspecify.annotations.NullMarked;
