package com.accordenergie.user.partner.webhook;

import com.accordenergie.platform.problem.Violation;
import com.accordenergie.user.aggregate.Consistent;
import com.accordenergie.user.partner.PublicEventType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where events are sent, and which.
 *
 * @param eventTypes of those that the partner may read; empty for all
 */
public record WebhookDetails(
    @NotBlank String url, @Size(max = MOST_TYPES) @Nullable List<String> eventTypes)
    implements Consistent {

  private static final int MOST_TYPES = 50;

  public WebhookDetails {
    url = url == null ? null : url.strip();
    eventTypes =
        eventTypes == null ? List.of() : new ArrayList<>(new LinkedHashSet<>(eventTypes));
  }

  @Override
  public List<String> eventTypes() {
    return eventTypes == null ? List.of() : eventTypes;
  }

  @Override
  public List<Violation> inconsistencies() {
    return PublicEventType.unknown(new ArrayList<>(eventTypes()));
  }
}
