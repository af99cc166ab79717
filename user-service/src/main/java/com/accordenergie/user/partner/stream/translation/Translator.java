package com.accordenergie.user.partner.stream.translation;

import com.accordenergie.platform.messaging.LoggedEvent;
import com.accordenergie.user.partner.PublicEventType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes of an internal event what partners may read: what the client in question may read too, and no
 * word of our staff. What is left of nothing public is not told at all, so that nobody notices.
 */
public final class Translator {

  /** What a client sees of an intervention; of all other fields it hears nothing. */
  private static final Set<String> PUBLIC_FIELDS =
      Set.of(
          "reference",
          "title",
          "description",
          "urgency",
          "status",
          "siteId",
          "plannedStart",
          "plannedEnd",
          "actualStart",
          "actualEnd",
          "report");

  private static final Set<String> SLOT = Set.of("plannedStart", "plannedEnd");
  private static final String REASON = "{reason}";
  private static final int VERSION = 1;

  /**
   * Null when it is nothing to any partner.
   *
   * @throws com.accordenergie.platform.messaging.UnreadableEventException when it is not what its type
   *     says
   */
  public @Nullable PublicEvent translate(LoggedEvent event) {
    if (event.type().version() != VERSION) {
      return null;
    }
    return switch (event.type().name()) {
      case "intervention.created" -> intervention(PublicEventType.INTERVENTION_CREATED, event);
      case "intervention.scheduled" -> intervention(PublicEventType.INTERVENTION_SCHEDULED, event);
      case "intervention.status-changed" ->
          intervention(PublicEventType.INTERVENTION_STATUS_CHANGED, event);
      case "intervention.updated", "intervention.assigned", "intervention.handed-over" ->
          intervention(PublicEventType.INTERVENTION_UPDATED, event);
      case "comment.added" -> comment(PublicEventType.COMMENT_ADDED, event);
      case "comment.edited" -> comment(PublicEventType.COMMENT_EDITED, event);
      case "comment.removed" -> comment(PublicEventType.COMMENT_REMOVED, event);
      case "attachment.added" -> attachment(PublicEventType.ATTACHMENT_ADDED, event);
      case "attachment.removed" -> attachment(PublicEventType.ATTACHMENT_REMOVED, event);
      case "client.created" -> client(PublicEventType.CLIENT_CREATED, event);
      case "client.updated" -> client(PublicEventType.CLIENT_UPDATED, event);
      case "client.retired" -> client(PublicEventType.CLIENT_RETIRED, event);
      case "site.created" -> site(PublicEventType.SITE_CREATED, event);
      case "site.updated" -> site(PublicEventType.SITE_UPDATED, event);
      case "site.retired" -> site(PublicEventType.SITE_RETIRED, event);
      default -> null;
    };
  }

  private static @Nullable PublicEvent intervention(PublicEventType type, LoggedEvent event) {
    Internal.Intervention told = event.data(Internal.Intervention.class);
    List<String> changes =
        told.changes().stream()
            .map(Internal.Change::field)
            .filter(PUBLIC_FIELDS::contains)
            .toList();
    if (changes.isEmpty()) {
      return null;
    }
    if (type == PublicEventType.INTERVENTION_UPDATED && SLOT.stream().anyMatch(changes::contains)) {
      type = PublicEventType.INTERVENTION_SCHEDULED; // Who goes, or whose it is, has changed with it.
    }
    Internal.Transition transition = told.transition();
    String reason = transition == null ? null : transition.clientReason();
    Internal.Status status = told.status();
    var data =
        new PublicData.Intervention(
            told.id(),
            told.reference(),
            told.title(),
            told.urgency(),
            new PublicData.Status(
                status.code(), status.category(), wording(status.clientLabel(), reason)),
            told.clientId(),
            told.siteId(),
            told.plannedStart(),
            told.plannedEnd(),
            told.createdAt(),
            told.changedAt(),
            changes,
            transition == null
                ? null
                : new PublicData.Transition(
                    step(transition.from(), null), step(transition.to(), reason), reason));
    return told(type, told.clientId(), event, data);
  }

  private static PublicData.Step step(Internal.Step step, @Nullable String reason) {
    return new PublicData.Step(step.code(), wording(step.clientLabel(), reason));
  }

  /** The client's wording; the reason only shows where the wording asks for it. */
  private static String wording(String label, @Nullable String reason) {
    return reason == null
        ? label.replace(" : " + REASON, "").replace(": " + REASON, "").replace(REASON, "").strip()
        : label.replace(REASON, reason);
  }

  private static @Nullable PublicEvent comment(PublicEventType type, LoggedEvent event) {
    Internal.Contribution told = event.data(Internal.Contribution.class);
    return told.isPublic()
        ? told(
            type,
            told.clientId(),
            event,
            new PublicData.Comment(
                told.id(),
                told.interventionId(),
                told.clientId(),
                told.authorRole(),
                told.body(),
                told.createdAt(),
                told.changedAt()))
        : null;
  }

  private static @Nullable PublicEvent attachment(PublicEventType type, LoggedEvent event) {
    Internal.Contribution told = event.data(Internal.Contribution.class);
    return told.isPublic() && told.kind() != null
        ? told(
            type,
            told.clientId(),
            event,
            new PublicData.Attachment(
                told.id(),
                told.interventionId(),
                told.clientId(),
                told.kind(),
                told.authorRole(),
                told.caption(),
                told.takenAt(),
                told.mediaType(),
                told.size(),
                told.createdAt(),
                told.changedAt()))
        : null;
  }

  private static PublicEvent client(PublicEventType type, LoggedEvent event) {
    PublicData.Client data = event.data(PublicData.Client.class);
    return told(type, data.id(), event, data);
  }

  private static PublicEvent site(PublicEventType type, LoggedEvent event) {
    PublicData.Site data = event.data(PublicData.Site.class);
    return told(type, data.clientId(), event, data);
  }

  private static PublicEvent told(
      PublicEventType type, UUID clientId, LoggedEvent event, Object data) {
    return new PublicEvent(
        type,
        clientId,
        PublicEvent.Envelope.of(
            type.label(), event.id(), event.subject(), event.time(), event.sequence(), data));
  }
}
