package com.accordenergie.comment;

import com.accordenergie.platform.messaging.Event;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Subscription;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service follows of the others. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {

  @Bean
  Subscription interventionEvents(Interventions interventions, StatusChanges statusChanges) {
    Consumer<Event<InterventionChanged>> learn =
        event -> interventions.learn(event.data().asOf(event.sequence()));
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

  @Bean
  Subscription peopleEvents(People people) {
    return Subscription.to("comment-service.people")
        .on(EventType.v1("user.created"), PersonChanged.class, people::changed)
        .on(EventType.v1("user.updated"), PersonChanged.class, people::changed)
        .on(EventType.v1("user.deactivated"), PersonChanged.class, people::changed)
        .on(EventType.v1("user.erased"), PersonErased.class, people::erased);
  }
}
