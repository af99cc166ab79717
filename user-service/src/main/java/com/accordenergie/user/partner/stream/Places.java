package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.messaging.StreamCursor;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says of each entry of a stream which entry of the log it was made of. */
@Component
class Places {

  static final String HEADER = "x-accord-place";

  /** Of the entry that opens a stream: before all of the log. */
  static final long BEFORE_ALL = -1;

  private static final String PURPOSE = "place";

  private final Seal seal;

  Places(Seal seal) {
    this.seal = seal;
  }

  String seal(long offset) {
    return seal.seal(PURPOSE, ByteBuffer.allocate(Long.BYTES).putLong(offset).array());
  }

  long of(StreamCursor.Entry entry) {
    String sealed = entry.header(HEADER);
    return (sealed == null ? Optional.<byte[]>empty() : seal.open(PURPOSE, sealed))
        .map(bytes -> ByteBuffer.wrap(bytes).getLong())
        .orElseThrow(() -> new IllegalStateException("an entry that was not written here"));
  }
}
