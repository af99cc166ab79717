package com.accordenergie.intervention.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ContentLinesTest {

  @Property(tries = 300)
  void noLineIsTooLongAndNothingIsLost(@ForAll @StringLength(max = 400) String text) {
    String line = new String(text.replaceAll("[\\r\\n]", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

    String folded = ContentLines.folded("SUMMARY:" + line + "\r\n");

    assertThat(folded.replace("\r\n ", "")).isEqualTo("SUMMARY:" + line + "\r\n");
    assertThat(folded.split("\r\n"))
        .allMatch(part -> part.getBytes(StandardCharsets.UTF_8).length <= 75);
  }

  @Test
  void noCharacterIsTorn() {
    String folded = ContentLines.folded("SUMMARY:" + "é🔥".repeat(40) + "\r\n");

    assertThat(folded.split("\r\n"))
        .hasSizeGreaterThan(3)
        .allMatch(part -> new String(part.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(part))
        .noneMatch(part -> part.contains("?"));
  }
}
