package com.accordenergie.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Events of the log, for tests of those who read it. */
public final class LoggedEvents {

  private LoggedEvents() {}

  /**
   * @param cloudEvent as it stands on the wire
   */
  public static LoggedEvent of(String cloudEvent) {
    return Objects.requireNonNull(
        new EventReader(new JsonMapper()).read(cloudEvent.getBytes(StandardCharsets.UTF_8)),
        "it is no event");
  }
}
