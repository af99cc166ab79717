package com.accordenergie.user.partner.stream;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Which stream a partner reads. */
@Service
public class PartnerStreams {

  private final StreamTable table;

  PartnerStreams(StreamTable table) {
    this.table = table;
  }

  /** Empty until the first one is written. */
  public Optional<PartnerStream> current(UUID partner) {
    return table.current(partner);
  }
}
