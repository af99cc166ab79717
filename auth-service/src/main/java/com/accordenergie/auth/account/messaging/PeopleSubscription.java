package com.accordenergie.auth.account.messaging;

import com.accordenergie.auth.account.Following;
import com.accordenergie.auth.account.Person;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.messaging.Event;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Projection;
import com.accordenergie.platform.messaging.Subscription;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What user-service tells of people, as far as logging in is concerned. */
@Configuration(proxyBeanMethods = false)
class PeopleSubscription {

  @Bean
  Subscription followedUsers(Following following) {
    return people(following::follow, following::forget);
  }

  /** What is known of people; passwords are nobody else's to tell. */
  @Bean
  Projection accountsProjection(Following following) {
    return Projection.of(people(following::restate, following::restateForgotten))
        .table(
            "account",
            List.of("id"),
            List.of(
                "username", "email", "display_name", "role", "client_id", "active",
                "person_sequence"));
  }

  private static Subscription people(
      ObjLongConsumer<Person> following, ObjLongConsumer<UUID> forgetting) {
    Consumer<Event<PersonTold>> follow =
        event -> following.accept(event.data().toPerson(), event.sequence());
    return Subscription.to("auth-service.users")
        .on(EventType.v1("user.created"), PersonTold.class, follow)
        .on(EventType.v1("user.updated"), PersonTold.class, follow)
        .on(EventType.v1("user.deactivated"), PersonTold.class, follow)
        .on(
            EventType.v1("user.erased"),
            PersonErased.class,
            event -> forgetting.accept(event.data().id(), event.sequence()));
  }

  private record PersonTold(
      UUID id,
      String username,
      String email,
      String displayName,
      Role role,
      @Nullable UUID clientId,
      boolean active) {

    Person toPerson() {
      return new Person(id, username, email, displayName, role, clientId, active);
    }
  }

  private record PersonErased(UUID id) {}
}
