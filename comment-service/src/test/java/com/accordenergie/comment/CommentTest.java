package com.accordenergie.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a comment, by themselves. */
class CommentTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final Caller author = Caller.technician(UUID.randomUUID());
  private final Comment comment =
      new Comment(
          UUID.randomUUID(), UUID.randomUUID(), author, Visibility.INTERNAL, "Bonjour", null, NOON);

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T12:00:00Z, true",
    "2026-11-24T12:14:59.999999Z, true",
    "2026-11-24T12:15:00Z, true",
    "2026-11-24T12:15:00.000001Z, false",
    "2026-11-25T12:00:00Z, false"
  })
  void theWindowIsAQuarterOfAnHourToTheMicrosecond(Instant at, boolean open) {
    assertThat(ChangeWindow.openUntil(NOON, at) != null).isEqualTo(open);
    if (open) {
      assertThatCode(() -> comment.requireChangeableBy(author, at)).doesNotThrowAnyException();
    } else {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> comment.requireChangeableBy(author, at))
          .satisfies(refused -> assertThat(refused.type()).isEqualTo(CommentProblems.WINDOW_OVER));
    }
  }

  @Test
  void noRoleReplacesTheAuthor() {
    for (Caller other :
        new Caller[] {
          Caller.admin(UUID.randomUUID()),
          Caller.dispatcher(UUID.randomUUID()),
          Caller.technician(UUID.randomUUID()),
          Caller.client(UUID.randomUUID(), UUID.randomUUID())
        }) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> comment.requireChangeableBy(other, NOON))
          .satisfies(refused -> assertThat(refused.type()).isEqualTo(ProblemType.FORBIDDEN));
    }
  }

  @Test
  void aClientCannotWriteAnInternalComment() {
    Caller client = Caller.client(UUID.randomUUID(), UUID.randomUUID());

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () ->
                new Comment(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    client,
                    Visibility.INTERNAL,
                    "Bonjour",
                    null,
                    NOON))
        .satisfies(refused -> assertThat(refused.type()).isEqualTo(ProblemType.FORBIDDEN));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T11:59:59.999999Z, 2026-11-24T11:59:59.999999Z",
    "2026-10-25T12:00:00Z, 2026-10-25T12:00:00Z",
    "2026-11-24T12:00:00Z,",
    // A clock that is a little fast.
    "2026-11-24T12:05:00Z,",
    ","
  })
  void whenItWasWrittenIsKeptWhereThatWasBeforeItCame(Instant told, Instant kept) {
    assertThat(WritingTime.of(told, NOON)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-24T12:05:00.000001Z", "2026-10-25T11:59:59.999999Z"})
  void nobodyWroteItThen(Instant told) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> WritingTime.of(told, NOON))
        .satisfies(refused -> assertThat(refused.type()).isEqualTo(ProblemType.INVALID));
  }

  @Test
  void anInternalCommentTellsTheWorldNoWord() {
    assertThat(comment.tell(UUID.randomUUID()).body()).isNull();
  }

  @Test
  void takenBackItSaysNothing() {
    comment.remove(NOON.plusSeconds(60));

    assertThat(comment.revision()).isNull();
    assertThat(comment.present().body()).isNull();
    assertThat(comment.present().action()).isEqualTo(CommentVersion.Action.REMOVED);
    assertThatExceptionOfType(ProblemException.class).isThrownBy(comment::requirePresent);
  }
}
