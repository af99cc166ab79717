package com.accordenergie.intervention.live.messaging;

import com.accordenergie.intervention.live.Audience;
import com.accordenergie.intervention.live.LiveEvent;
import com.accordenergie.intervention.live.Standing;
import com.accordenergie.intervention.work.Parties;
import com.accordenergie.intervention.work.Reading;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.messaging.LoggedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of what the services told what may be told on, and to whom. */
@Component
class LiveEvents {

  /** Of these fields a client's view shows nothing. */
  private static final Set<String> INTERNAL_FIELDS = Set.of("ownerId", "overrideReason");

  private static final String HANDED_OVER = "intervention.handed-over";
  private static final String UPDATED = "intervention.updated";
  private static final String LOGGED_OUT = "user.logged-out";
  private static final String SESSION_ENDED = "user.session-ended";
  private static final Set<Role> NOBODY = Set.of();
  private static final Set<Role> ADMINS = Set.of(Role.ADMIN);
  private static final Set<Role> ALL =
      Set.of(Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT);
  private static final Set<Role> OFFICE = Set.of(Role.ADMIN, Role.DISPATCHER);

  private final Reading reading;
  private @Nullable Map<UUID, Optional<Parties>> asked;

  LiveEvents(Reading reading) {
    this.reading = reading;
  }

  /** What is read from now on was told before: whose an intervention is need be asked once only. */
  void readThePast() {
    asked = new HashMap<>();
  }

  void readThePresent() {
    asked = null;
  }

  /** Null when nobody ever hears of it. */
  @Nullable LiveEvent of(long offset, LoggedEvent event) {
    String name = event.type().name();
    if (event.type().version() != 1) {
      return null;
    }
    return switch (name.substring(0, name.indexOf('.') + 1)) {
      case "intervention." -> intervention(offset, name, event.data(InterventionData.class));
      case "comment.", "attachment." ->
          conversation(offset, name, event.data(ConversationData.class));
      case "user." -> person(offset, name, event);
      case "client.", "site." ->
          new LiveEvent(
              offset, new Audience.OfRoles(name, OFFICE), null, event.data(Row.class).id(), null);
      case "list." -> new LiveEvent(offset, new Audience.OfRoles(name, ALL), null, null, null);
      default -> null;
    };
  }

  private LiveEvent intervention(long offset, String name, InterventionData data) {
    var audience =
        new Audience.OfIntervention(name, data.before(), data.after(), data.clientName(name));
    return new LiveEvent(offset, audience, data.id(), null, null);
  }

  /**
   * Whose the intervention is now, not as far as the log has told: a comment comes from another
   * service's outbox, and may overtake the assignment that lets its reader see it.
   */
  private LiveEvent conversation(long offset, String name, ConversationData data) {
    var audience =
        new Audience.OfConversation(
            name,
            parties(data.interventionId()).orElse(null),
            data.clientId(),
            data.visibility().equals("PUBLIC"));
    return new LiveEvent(offset, audience, data.interventionId(), data.id(), null);
  }

  private Optional<Parties> parties(UUID id) {
    return asked != null ? asked.computeIfAbsent(id, reading::parties) : reading.parties(id);
  }

  private static LiveEvent person(long offset, String name, LoggedEvent event) {
    return switch (name) {
      case LOGGED_OUT ->
          login(offset, name, new Standing.LoggedOut(event.subject(), event.time()));
      case SESSION_ENDED ->
          login(
              offset,
              name,
              new Standing.SessionEnded(event.data(SessionData.class).sessionId(), event.time()));
      default -> person(offset, name, event.data(PersonData.class));
    };
  }

  private static LiveEvent login(long offset, String name, Standing standing) {
    return new LiveEvent(offset, new Audience.OfRoles(name, NOBODY), null, null, standing);
  }

  /** Dispatchers read the list of technicians. */
  private static LiveEvent person(long offset, String name, PersonData data) {
    boolean leaves = name.equals("user.deactivated") || name.equals("user.erased");
    boolean stays = !leaves && Boolean.TRUE.equals(data.active());
    return new LiveEvent(
        offset,
        new Audience.OfRoles(name, data.role() == Role.TECHNICIAN ? OFFICE : ADMINS),
        null,
        data.id(),
        stays ? new Standing.Admitted(data.id()) : new Standing.Barred(data.id()));
  }

  record Row(UUID id) {}

  record SessionData(UUID sessionId) {}

  /**
   * @param role null when the event does not tell; {@code active} likewise
   */
  record PersonData(UUID id, @Nullable Role role, @Nullable Boolean active) {}

  record ConversationData(UUID id, UUID interventionId, UUID clientId, String visibility) {}

  record Change(String field, @Nullable String from) {}

  record InterventionData(
      UUID id, UUID clientId, UUID ownerId, @Nullable UUID technicianId, List<Change> changes) {

    Parties after() {
      return new Parties(clientId, ownerId, technicianId);
    }

    /** Null for a new one, which has had no owner. */
    @Nullable Parties before() {
      UUID owner = before("ownerId", ownerId);
      return owner == null
          ? null
          : new Parties(clientId, owner, before("technicianId", technicianId));
    }

    private @Nullable UUID before(String field, @Nullable UUID now) {
      Optional<Change> change =
          changes.stream().filter(one -> one.field().equals(field)).findFirst();
      return change.isEmpty()
          ? now
          : change.map(Change::from).map(UUID::fromString).orElse(null);
    }

    /** That it was handed over is none of the client's business. */
    @Nullable String clientName(String name) {
      if (changes.stream().allMatch(change -> INTERNAL_FIELDS.contains(change.field()))) {
        return null;
      }
      return name.equals(HANDED_OVER) ? UPDATED : name;
    }
  }
}
