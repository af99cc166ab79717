package com.accordenergie.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event of each type, as it stood on the wire in a test, for whoever reads the documents: {@code
 * docs/events/samples}. Those that are there stay; to take those that are missing, run the tests of the
 * service that tells them with {@code -Daccord.events=sample}.
 */
final class EventSamples {

  private static final Path FOLDER = Project.root().resolve("docs/events/samples");
  private static final String SCHEMA = "urn:accord:schema:";
  private static final boolean WANTED = "sample".equals(System.getProperty("accord.events"));
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private EventSamples() {}

  static void offer(CapturedEvent event, byte[] body) {
    Path sample = FOLDER.resolve(event.schema().substring(SCHEMA.length()) + ".json");
    if (WANTED && !Files.exists(sample)) {
      try {
        Files.createDirectories(FOLDER);
        Files.writeString(sample, JSON.writeValueAsString(JSON.readTree(body)) + "\n");
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
