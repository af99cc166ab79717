package com.accordenergie.user.partner.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.messaging.StreamCursor;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whoever read a stream that was replaced goes on where they were, in however many steps. */
class GatheringTest {

  /** Of the new generation, whose first entry opens it; entry n was made of what the log has at 10 n. */
  private static final PartnerStream STREAM =
      new PartnerStream(UUID.randomUUID(), 2, 1, true, null, 3, false);

  private static final FeedCursor OLD = new FeedCursor(1, 77, 50, 3, null);

  @Test
  void whatWasReadOfAnotherGenerationIsPassedOverInOneGo() {
    assertThat(numbers(read(OLD, 0, 8))).containsExactly(0, 6, 7, 8);
  }

  @Test
  void aPageThatEndsInTheMiddleOfItBringsNothingBack() {
    Gathering first = read(OLD, 0, 3);
    Gathering second = read(first.last(), 3, 8);

    assertThat(numbers(first)).containsExactly(0);
    assertThat(numbers(second)).containsExactly(6, 7, 8);
  }

  @Test
  void aPlaceInALogThatWasLostSaysNothingAboutTheOneThatFollowed() {
    Gathering first = read(new FeedCursor(1, 77, 50, 2, null), 0, 3);

    assertThat(numbers(first)).containsExactly(0, 1, 2, 3);
    assertThat(numbers(read(first.last(), 3, 8))).containsExactly(4, 5, 6, 7, 8);
  }

  @Test
  void withinOneGenerationItGoesOnBehindTheLastEntry() {
    Gathering first = read(null, 0, 3);

    assertThat(numbers(read(first.last(), 2, 5))).containsExactly(4, 5);
  }

  private static Gathering read(@Nullable FeedCursor start, long from, long to) {
    var page = new Gathering(STREAM, start, null, 100, GatheringTest::place, new JsonMapper());
    LongStream.rangeClosed(from, to).mapToObj(GatheringTest::entry).forEach(page::accept);
    assertThat(Objects.requireNonNull(page.last()).offset()).isEqualTo(to);
    return page;
  }

  private static long place(StreamCursor.Entry entry) {
    return entry.offset() == 0 ? Places.BEFORE_ALL : 10 * entry.offset();
  }

  private static StreamCursor.Entry entry(long number) {
    return new StreamCursor.Entry(
        number,
        new Envelope(number, false, "", ""),
        new AMQP.BasicProperties(),
        ("{\"number\":" + number + "}").getBytes(StandardCharsets.UTF_8));
  }

  private static List<Integer> numbers(Gathering page) {
    return page.items().stream().map(event -> event.required("number").asInt()).toList();
  }
}
