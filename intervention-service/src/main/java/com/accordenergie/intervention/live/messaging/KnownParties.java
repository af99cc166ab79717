package com.accordenergie.intervention.live.messaging;

import com.accordenergie.intervention.work.Parties;
import com.accordenergie.intervention.work.Reading;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose each intervention is as far as the log has been read; what has not been told lately is looked
 * up. Used by the reader of the log alone.
 */
@Component
class KnownParties {

  private static final int REMEMBERED = 8_192;
  private static final float LOAD_FACTOR = 0.75f;

  private final Reading reading;
  private final Map<UUID, Parties> lately =
      new LinkedHashMap<>(16, LOAD_FACTOR, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Parties> eldest) {
          return size() > REMEMBERED;
        }
      };

  KnownParties(Reading reading) {
    this.reading = reading;
  }

  void told(UUID intervention, Parties parties) {
    lately.put(intervention, parties);
  }

  /** Null when there is no such intervention. */
  @Nullable Parties of(UUID intervention) {
    Parties known = lately.get(intervention);
    if (known == null) {
      known = reading.parties(intervention).orElse(null);
      if (known != null) {
        lately.put(intervention, known);
      }
    }
    return known;
  }
}
