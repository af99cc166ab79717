package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.user.partner.stream.PartnerReading;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream was read.
 *
 * @param generation of the stream
 * @param offset of the last entry there
 * @param place up to which everything was read, whichever generation that was in
 */
record Position(int generation, long offset, long place) {

  static Position after(@Nullable Position before, int generation, PartnerReading.Entry entry) {
    return before == null
        ? new Position(generation, entry.offset(), entry.place())
        : new Position(generation, entry.offset(), Math.max(before.place(), entry.place()));
  }

  static boolean isNew(@Nullable Position before, PartnerReading.Entry entry) {
    return before == null || entry.place() > before.place();
  }
}
