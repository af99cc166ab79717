package com.accordenergie.intervention.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered, and what becomes of those who have missed more than that. */
class FeedTest {

  private static final Duration AT_ONCE = Duration.ZERO;
  private static final int REMEMBERED = 8;
  private static final Instant ISSUED = Instant.parse("2026-11-27T08:00:00Z");
  private static final Instant LATER = ISSUED.plusSeconds(60);

  private final Feed feed =
      new Feed(
          new LiveProperties(
              Duration.ofSeconds(15), Duration.ofMinutes(15), REMEMBERED, 20, 1000));
  private final Login admin = login();

  @Test
  void whoComesNowHearsWhatComesNow() throws Exception {
    happen(1, 3);
    feed.caughtUp();

    Listener listener = feed.listen(admin, null);
    assertThat(heard(listener)).isEmpty();
    happen(4, 5);

    assertThat(heard(listener)).containsExactly("4", "5");
    assertThat(heard(listener)).isEmpty();
    assertThat(listener.offset()).isEqualTo(5);
  }

  @Test
  void whoComesBackGoesOnWhereTheyWere() throws Exception {
    happen(1, 6);
    feed.caughtUp();

    assertThat(heard(feed.listen(admin, 4L))).containsExactly("5", "6");
    assertThat(heard(feed.listen(admin, 6L))).isEmpty();
    assertThat(heard(feed.listen(admin, 0L))).containsExactly("1", "2", "3", "4", "5", "6");
  }

  @Test
  void aPlaceBetweenTwoEventsIsAPlaceToo() throws Exception {
    feed.add(10, event(10, null));
    feed.add(11, null);
    feed.add(12, null);
    feed.add(13, event(13, null));
    feed.caughtUp();

    assertThat(heard(feed.listen(admin, 11L))).containsExactly("13");
    assertThat(heard(feed.listen(admin, 12L))).containsExactly("13");
  }

  @Test
  void whoHasMissedMoreThanIsRememberedStartsAgain() throws Exception {
    happen(1, 20);
    feed.caughtUp();

    assertThat(heard(feed.listen(admin, 12L))).hasSize(REMEMBERED);
    assertThat(heard(feed.listen(admin, 11L))).containsExactly("reset");
    assertThat(heard(feed.listen(admin, 21L))).as("from another log").containsExactly("reset");
    assertThat(heard(feed.listen(admin, Feed.UNKNOWN))).containsExactly("reset");
  }

  @Test
  void whoComesBeforeAnythingIsKnownStartsAgainUnlessTheyKnowWhere() throws Exception {
    Listener newcomer = feed.listen(admin, null);
    Listener returning = feed.listen(admin, 2L);
    happen(1, 3);
    assertThat(heard(newcomer)).as("not caught up yet").isEmpty();

    feed.caughtUp();

    assertThat(heard(newcomer)).containsExactly("reset");
    assertThat(heard(returning)).containsExactly("3");
    happen(4, 4);
    assertThat(heard(newcomer)).containsExactly("4");
  }

  @Test
  void anotherLogIsAnotherBeginning() throws Exception {
    happen(1, 3);
    feed.caughtUp();
    Listener listener = feed.listen(admin, null);

    feed.startAnew();
    assertThat(heard(listener)).isEmpty();
    feed.add(0, null);
    feed.caughtUp();

    assertThat(heard(listener)).containsExactly("reset");
    happen(1, 2);
    assertThat(heard(listener)).containsExactly("1", "2");
  }

  @Test
  void whoIsTooSlowIsDroppedAndNobodyElse() throws Exception {
    feed.add(0, null);
    feed.caughtUp();
    Listener slow = feed.listen(admin, null);
    Listener quick = feed.listen(admin, null);
    for (int offset = 1; offset <= REMEMBERED + 1; offset++) {
      happen(offset, offset);
      assertThat(heard(quick)).containsExactly(String.valueOf(offset));
    }

    assertThat(heard(slow)).isEmpty();
    assertThat(slow.isOver()).isTrue();
    assertThat(quick.isOver()).isFalse();
  }

  @Test
  void whoIsBarredHearsNothingFromThenOn() throws Exception {
    feed.add(0, null);
    feed.caughtUp();
    Listener barred = feed.listen(admin, null);
    Listener other = feed.listen(login(), null);

    feed.add(1, event(1, admin.caller().id()));
    happen(2, 2);

    assertThat(heard(barred)).containsExactly("1");
    assertThat(barred.isOver()).isTrue();
    assertThat(feed.bars(admin)).isTrue();
    assertThat(heard(other)).containsExactly("1", "2");
  }

  @Test
  void whoLogsOutEverywhereHearsNothingUntilTheNextLogin() throws Exception {
    feed.add(0, null);
    feed.caughtUp();
    Listener former = feed.listen(admin, null);
    Listener other = feed.listen(login(), null);

    feed.add(1, loggedOut(1, admin));
    happen(2, 2);
    Listener next = feed.listen(nextOf(admin), 0L);

    assertThat(heard(former)).isEmpty();
    assertThat(former.isOver()).isTrue();
    assertThat(feed.bars(admin)).isTrue();
    assertThat(feed.bars(nextOf(admin))).isFalse();
    assertThat(heard(next)).containsExactly("2");
    assertThat(next.isOver()).isFalse();
    assertThat(heard(other)).containsExactly("2");
  }

  @Test
  void whoLoggedOutEverywhereBeforeThePastWasReadHasToGo() throws Exception {
    Listener early = feed.listen(admin, null);
    feed.add(1, loggedOut(1, admin));
    feed.caughtUp();

    early.await(AT_ONCE);
    assertThat(early.isOver()).isTrue();
  }

  @Test
  void oneSessionThatEndsTakesOnlyItsOwnListenersAlong() throws Exception {
    feed.add(0, null);
    feed.caughtUp();
    Login elsewhere = new Login(admin.caller(), ISSUED, UUID.randomUUID());
    Listener former = feed.listen(admin, null);
    Listener remaining = feed.listen(elsewhere, null);

    feed.add(1, said(1, new Standing.SessionEnded(session(admin), LATER)));
    happen(2, 2);

    assertThat(heard(former)).isEmpty();
    assertThat(former.isOver()).isTrue();
    assertThat(feed.bars(admin)).isTrue();
    assertThat(feed.bars(elsewhere)).isFalse();
    assertThat(heard(remaining)).containsExactly("2");
    assertThat(remaining.isOver()).isFalse();
  }

  @Test
  void whatEndedLongerAgoThanAnyTokenLivesIsForgotten() {
    feed.add(1, said(1, new Standing.SessionEnded(session(admin), LATER)));
    feed.add(2, loggedOut(2, login()));
    assertThat(feed.bars(admin)).isTrue();

    Instant muchLater = LATER.plus(Duration.ofMinutes(16));
    feed.add(3, said(3, new Standing.SessionEnded(UUID.randomUUID(), muchLater)));

    assertThat(feed.bars(admin)).isFalse();
  }

  private static LiveEvent loggedOut(long offset, Login login) {
    return said(offset, new Standing.LoggedOut(login.caller().id(), LATER));
  }

  private static LiveEvent said(long offset, Standing standing) {
    return new LiveEvent(
        offset, new Audience.OfRoles("user.logged-out", Set.of()), null, null, standing);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void howeverOneComesAndGoesEachEventIsHeardOnceOrAResetIs(long seed) throws Exception {
    var random = new Random(seed);
    feed.add(0, null);
    feed.caughtUp();
    Listener listener = feed.listen(admin, null);
    List<String> heard = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    long last = 0;
    long offset = 1;
    for (int step = 0; step < 2_000; step++) {
      if (random.nextInt(3) > 0) {
        boolean somethingHappens = random.nextBoolean();
        feed.add(offset, somethingHappens ? event(offset, null) : null);
        if (somethingHappens) {
          expected.add(String.valueOf(offset));
        }
        offset++;
      }
      if (random.nextInt(4) == 0) {
        List<Told> news = listener.await(AT_ONCE);
        note(news, heard, expected);
        last = news.isEmpty() ? last : news.getLast().offset();
        last = random.nextBoolean() && listener.offset() != null ? listener.offset() : last;
      }
      if (listener.isOver() || random.nextInt(10) == 0) {
        listener.close();
        listener = feed.listen(admin, last);
      }
    }
    listener.close();
    listener = feed.listen(admin, last);
    note(listener.await(AT_ONCE), heard, expected);
    note(listener.await(AT_ONCE), heard, expected);
    assertThat(heard).isEqualTo(expected);
  }

  /** A reset stands for all that was before it. */
  private static void note(List<Told> news, List<String> heard, List<String> expected) {
    for (Told told : news) {
      if (told.type().equals("reset")) {
        heard.clear();
        expected.removeIf(one -> Long.parseLong(one) <= told.offset());
      } else {
        heard.add(String.valueOf(told.offset()));
      }
    }
  }

  private void happen(int from, int to) {
    for (int offset = from; offset <= to; offset++) {
      feed.add(offset, event(offset, null));
    }
  }

  private static LiveEvent event(long offset, @Nullable UUID barred) {
    return new LiveEvent(
        offset,
        new Audience.OfRoles("user.deactivated", Set.of(Role.ADMIN)),
        null,
        barred == null ? UUID.randomUUID() : barred,
        barred == null ? null : new Standing.Barred(barred));
  }

  private static Login login() {
    return new Login(Caller.admin(UUID.randomUUID()), ISSUED, UUID.randomUUID());
  }

  /** The same person's, after the end of all their logins. */
  private static Login nextOf(Login login) {
    return new Login(login.caller(), LATER, UUID.randomUUID());
  }

  private static UUID session(Login login) {
    return Objects.requireNonNull(login.session());
  }

  private static List<String> heard(Listener listener) throws InterruptedException {
    return listener.await(AT_ONCE).stream()
        .map(told -> told.type().equals("reset") ? "reset" : String.valueOf(told.offset()))
        .toList();
  }
}
