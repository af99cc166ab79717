package com.accordenergie.user.partner;

import com.accordenergie.platform.problem.Violation;
import com.accordenergie.user.aggregate.Consistent;
import com.accordenergie.user.aggregate.Text;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner is called, and what it may read.
 *
 * @param clientIds whose events
 * @param eventTypes which of them; empty for all there are, future ones included
 */
public record PartnerDetails(
    @NotBlank @Size(max = 120) String name,
    @Email @Size(max = 254) @Nullable String contactEmail,
    @Size(max = MOST_CLIENTS) List<UUID> clientIds,
    @Size(max = MOST_TYPES) List<String> eventTypes)
    implements Consistent {

  private static final int MOST_CLIENTS = 1000;
  private static final int MOST_TYPES = 50;

  public PartnerDetails {
    name = Text.line(name);
    contactEmail = Text.lowerCase(Text.optionalLine(contactEmail));
    clientIds = once(clientIds);
    eventTypes = once(eventTypes);
  }

  /** In the order in which they were given, so that a mistake is found where it was made. */
  private static <T> List<T> once(@Nullable List<T> values) {
    return values == null ? List.of() : new ArrayList<>(new LinkedHashSet<>(values));
  }

  Rights rights() {
    return new Rights(Set.copyOf(clientIds), Set.copyOf(eventTypes));
  }

  @Override
  public List<Violation> inconsistencies() {
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < clientIds.size(); i++) {
      if (clientIds.get(i) == null) {
        violations.add(new Violation("#/clientIds/" + i, "must not be null"));
      }
    }
    violations.addAll(PublicEventType.unknown(eventTypes));
    return violations;
  }
}
