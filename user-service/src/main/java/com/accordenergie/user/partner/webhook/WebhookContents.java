package com.accordenergie.user.partner.webhook;

/** All of a webhook that can be changed. */
public record WebhookContents(WebhookDetails details, WebhookState state) {}
