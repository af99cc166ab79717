package com.accordenergie.comment;

import com.accordenergie.platform.messaging.Event;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Projection;
import com.accordenergie.platform.messaging.Subscription;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service follows of the others. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {

  @Bean
  Subscription interventionEvents(
      Interventions interventions, Assignments assignments, StatusChanges statusChanges) {
    Consumer<Event<InterventionChanged>> learn =
        event -> {
          interventions.learn(event.data().asOf(event.sequence()));
          assignments.follow(event);
        };
    return Subscription.to("comment-service.interventions")
        .on(EventType.v1("intervention.created"), InterventionChanged.class, learn)
        .on(EventType.v1("intervention.updated"), InterventionChanged.class, learn)
        .on(EventType.v1("intervention.assigned"), InterventionChanged.class, learn)
        .on(EventType.v1("intervention.scheduled"), InterventionChanged.class, learn)
        .on(EventType.v1("intervention.handed-over"), InterventionChanged.class, learn)
        .on(
            EventType.v1("intervention.status-changed"),
            InterventionChanged.class,
            learn.andThen(statusChanges::keep));
  }

  /** Of the threads, the status changes only: comments and attachments are this service's own. */
  @Bean
  Projection interventionsProjection(
      Interventions interventions, Assignments assignments, StatusChanges statusChanges) {
    return Projection.of(interventionEvents(interventions, assignments, statusChanges))
        .table(
            "intervention",
            List.of("id"),
            List.of(
                "reference", "client_id", "owner_id", "technician_id", "status", "created_at",
                "sequence"))
        .table(
            "assignment",
            List.of("intervention_id", "since_sequence"),
            List.of("technician_id", "since_at", "until_sequence", "until_at"))
        .table(
            "status_change",
            List.of("id"),
            List.of(
                "intervention_id", "sequence", "from_code", "from_label", "from_client_label",
                "to_code", "to_label", "to_client_label", "reason", "client_reason", "changed_by",
                "changed_by_role", "changed_at"))
        .table(
            "thread_entry",
            List.of("intervention_id", "occurred_at", "id"),
            List.of("kind", "visibility", "author_id"),
            "kind = 'STATUS_CHANGE'");
  }

  @Bean
  Projection peopleProjection(People people) {
    return Projection.of(peopleEvents(people))
        .table(
            "person", List.of("id"), List.of("display_name", "role", "client_id", "sequence"));
  }

  @Bean
  Subscription peopleEvents(People people) {
    return Subscription.to("comment-service.people")
        .on(EventType.v1("user.created"), PersonChanged.class, people::changed)
        .on(EventType.v1("user.updated"), PersonChanged.class, people::changed)
        .on(EventType.v1("user.deactivated"), PersonChanged.class, people::changed)
        .on(EventType.v1("user.erased"), PersonErased.class, people::erased);
  }
}
