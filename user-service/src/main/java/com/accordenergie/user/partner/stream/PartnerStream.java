package com.accordenergie.user.partner.stream;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stream that was written, or is being written, for a partner.
 *
 * @param entitlement for which of the partner's entitlements
 * @param filled whether it is the one that the partner reads: whole, and without what was taken away from
 *     it since
 * @param behindAt the entry of the log up to which it was written, if it does not follow any longer
 * @param log which log it was written from, counted: one that was lost is followed by another
 * @param outdated whether that log was lost
 */
public record PartnerStream(
    UUID partnerId,
    int generation,
    int entitlement,
    boolean filled,
    @Nullable Long behindAt,
    int log,
    boolean outdated) {

  /** The queue on the broker. A partner's token opens what begins with its id. */
  public String queue() {
    return "accord.partner." + partnerId + "." + generation;
  }
}
