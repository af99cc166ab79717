package com.accordenergie.user.partner.webhook.web;

import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.Patch;
import com.accordenergie.user.partner.webhook.WebhookContents;
import com.accordenergie.user.partner.webhook.WebhookDetails;
import com.accordenergie.user.partner.webhook.WebhookState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What is to be changed of a webhook; what is not mentioned stays. */
@Schema(name = "WebhookPatch")
record WebhookPatch(
    Patch<String> url, Patch<List<String>> eventTypes, Patch<WebhookState> state) {

  WebhookContents applyTo(WebhookContents current) {
    WebhookDetails details = current.details();
    WebhookState wanted = state.orElse(current.state());
    if (wanted == null) {
      throw Problems.invalid("#/state", "It is ACTIVE or PAUSED.");
    }
    return new WebhookContents(
        new WebhookDetails(
            url.orElse(details.url()), eventTypes.orElse(details.eventTypes())),
        wanted);
  }
}
