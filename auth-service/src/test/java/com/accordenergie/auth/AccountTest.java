package com.accordenergie.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.auth.account.Accounts;
import com.accordenergie.auth.account.Following;
import com.accordenergie.auth.account.Person;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts follow their people. */
@ServiceTest
class AccountTest {

  @Autowired Api api;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Following following;
  @Autowired PublishedEvents events;

  @Test
  void anAccountOpensWhenItsPersonArrives() {
    var client = people.arrive(Role.CLIENT);

    var account = accounts.findById(client.id()).orElseThrow();
    assertThat(account.username()).isEqualTo(client.username());
    assertThat(account.role()).isEqualTo(Role.CLIENT);
    assertThat(account.clientId()).isEqualTo(client.clientId());
    assertThat(account.isActive()).isTrue();
    assertThat(account.hasPassword()).isFalse();
  }

  @Test
  void newsChangesTheAccountAndLeavesThePassword() {
    var technician = people.arriveWithPassword(Role.TECHNICIAN);

    people.tell("user.updated", technician.named("Dominique Martin"), 2);
    var account =
        people.await(technician.id(), known -> known.displayName().equals("Dominique Martin"));

    assertThat(account.hasPassword()).isTrue();
  }

  @Test
  void oldNewsNeverOverwritesNewer() {
    var technician = people.arrive(Role.TECHNICIAN);
    people.tell("user.updated", technician.named("Version trois"), 3);
    people.await(technician.id(), known -> known.displayName().equals("Version trois"));

    people.tell("user.updated", technician.named("Version deux"), 2);
    var witness = people.arrive(Role.TECHNICIAN);

    assertThat(witness.id()).isNotNull();
    assertThat(accounts.findById(technician.id()).orElseThrow().displayName())
        .isEqualTo("Version trois");
  }

  @Test
  void theSameEventTwiceIsOneEvent() {
    var technician = People.stranger(Role.TECHNICIAN);
    UUID id = Ids.next();
    var created = EventType.v1("user.created");
    events.inOrder(
        () -> {
          events.publish(id, created, technician.id(), 1, technician.data());
          events.publish(id, created, technician.id(), 1, technician.data());
        });

    people.arrive(Role.TECHNICIAN);

    assertThat(accounts.findByUsername(technician.username())).hasSize(1);
  }

  @Test
  void whoComesBackLogsInWithTheirOldPassword() {
    var technician = people.arriveWithPassword(Role.TECHNICIAN);
    people.tell("user.deactivated", technician.leaving(), 2);
    people.await(technician.id(), known -> !known.isActive());
    people.tell("user.updated", technician, 3);
    people.await(technician.id(), known -> known.isActive());

    var answer = new Browser(api.url()).logIn(technician.username(), People.PASSWORD);

    assertThat(Browser.locationOf(answer)).isEqualTo("/login");
  }

  @Test
  void whoIsErasedLeavesNothingAndNeverComesBack() {
    var technician = people.arriveWithPassword(Role.TECHNICIAN);

    people.erase(technician, 2);
    var account = people.await(technician.id(), known -> !known.isActive());
    following.follow(
        new Person(
            technician.id(), technician.username(), "", "", Role.TECHNICIAN, null, true),
        1);

    assertThat(account.username()).doesNotContain(technician.username());
    assertThat(account.email()).isEmpty();
    assertThat(account.displayName()).isEmpty();
    assertThat(account.hasPassword()).isFalse();
    assertThat(accounts.findByUsername(technician.username())).isEmpty();
  }

  @Test
  void whatCannotBeReadHoldsNobodyUp() {
    events.publishRaw("user.created", "{\"this is\": \"no event\"}".getBytes());

    var technician = people.arrive(Role.TECHNICIAN);

    assertThat(accounts.findById(technician.id())).isPresent();
  }

  @Test
  void twoPeopleMaySwapNames() {
    var first = people.arriveWithPassword(Role.TECHNICIAN);
    var second = people.arriveWithPassword(Role.TECHNICIAN);
    var named =
        new People.Somebody(
            second.id(), first.username(), second.displayName(), second.role(), null, true);

    people.tell("user.updated", named, 2);
    people.await(second.id(), known -> known.username().equals(first.username()));

    assertThat(
            Browser.locationOf(
                new Browser(api.url()).logIn(first.username(), People.PASSWORD)))
        .as("nobody knows for a moment whose name it is")
        .isEqualTo("/login?error");
  }

  @Test
  void manyWhoHearOfSomebodyAtOnceOpenOneAccount() throws Exception {
    var technician = People.stranger(Role.TECHNICIAN);
    var person =
        new Person(
            technician.id(),
            technician.username(),
            "",
            technician.displayName(),
            Role.TECHNICIAN,
            null,
            true);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var told =
          IntStream.rangeClosed(1, 8)
              .mapToObj(version -> threads.submit(() -> following.follow(person, version)))
              .toList();
      for (Future<?> one : told) {
        one.get();
      }
    }

    assertThat(accounts.findByUsername(technician.username())).hasSize(1);
    assertThat(accounts.findById(technician.id()).orElseThrow().isActive()).isTrue();
  }
}
