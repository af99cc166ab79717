package com.accordenergie.user.partner.web;

import com.accordenergie.user.partner.PartnerSnapshot;
import com.accordenergie.user.partner.PartnerState;
import com.accordenergie.user.partner.stream.PartnerProperties;
import com.accordenergie.user.partner.stream.PartnerStream;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "PartnerSelf", description = "A partner, as it sees itself")
record PartnerSelfView(
    UUID id,
    String name,
    PartnerState state,
    @Schema(description = "Whose events it may read") List<UUID> clientIds,
    @Schema(description = "Which of them; empty for all") List<String> eventTypes,
    @Schema(description = "Null while it is suspended, until its first stream is written, and after something was taken away until what is left is")
        @Nullable Stream stream) {

  @Schema(name = "PartnerStream", description = "Where the partner's stream is read over AMQP 0-9-1")
  record Stream(
      @Schema(description = "Grows whenever what the partner may read has changed") int generation,
      @Schema(description = "To be consumed with `x-stream-offset`, a prefetch and acknowledgements")
          String queue,
      String host,
      int port,
      String virtualHost) {}

  static PartnerSelfView of(
      PartnerSnapshot partner,
      @Nullable PartnerStream stream,
      PartnerProperties.Broker broker) {
    return new PartnerSelfView(
        partner.id(),
        partner.details().name(),
        partner.state(),
        partner.details().clientIds(),
        partner.details().eventTypes(),
        stream == null || !partner.isActive()
            ? null
            : new Stream(
                stream.generation(),
                stream.queue(),
                broker.host(),
                broker.port(),
                broker.virtualHost()));
  }
}
