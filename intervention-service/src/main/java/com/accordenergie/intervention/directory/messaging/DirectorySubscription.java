package com.accordenergie.intervention.directory.messaging;

import com.accordenergie.intervention.directory.DirectoryUpdates;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Projection;
import com.accordenergie.platform.messaging.Subscription;
import com.accordenergie.intervention.directory.Client;
import com.accordenergie.intervention.directory.Person;
import com.accordenergie.intervention.directory.Site;
import java.util.List;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows what user-service tells of people, clients and sites. */
@Configuration(proxyBeanMethods = false)
class DirectorySubscription {

  @Bean
  Subscription people(DirectoryUpdates updates) {
    return people(updates, updates::keep);
  }

  @Bean
  Projection directoryProjection(DirectoryUpdates updates) {
    return Projection.of(people(updates, updates::restate))
        .table(
            "person",
            List.of("id"),
            List.of("display_name", "role", "client_id", "active", "sequence"))
        .table("client", List.of("id"), List.of("code", "name", "active", "sequence"))
        .table(
            "site",
            List.of("id"),
            List.of(
                "client_id", "name", "address_line", "postal_code", "city", "contact_name",
                "contact_phone", "access_notes", "active", "sequence"));
  }

  private static Subscription people(DirectoryUpdates updates, ObjLongConsumer<Client> clients) {
    Subscription subscription = Subscription.to("intervention-service.people");
    for (String name : new String[] {"user.created", "user.updated", "user.deactivated"}) {
      subscription.on(
          EventType.v1(name),
          PersonData.class,
          event -> updates.keep(event.data().person(), event.sequence()));
    }
    subscription.on(
        EventType.v1("user.erased"),
        Erased.class,
        event -> updates.anonymise(event.data().id(), event.sequence()));
    for (String name : new String[] {"client.created", "client.updated", "client.retired"}) {
      subscription.on(
          EventType.v1(name),
          Client.class,
          event -> clients.accept(event.data(), event.sequence()));
    }
    for (String name : new String[] {"site.created", "site.updated", "site.retired"}) {
      subscription.on(
          EventType.v1(name), Site.class, event -> updates.keep(event.data(), event.sequence()));
    }
    return subscription;
  }

  record PersonData(
      UUID id, String displayName, Role role, @Nullable UUID clientId, boolean active) {

    Person person() {
      return new Person(id, displayName, role, clientId, active);
    }
  }

  record Erased(UUID id) {}
}
