package com.accordenergie.user.client.web;

import com.accordenergie.user.client.ClientDetails;
import com.accordenergie.user.client.ClientSnapshot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Client", description = "Somebody the company works for")
record ClientView(
    UUID id,
    @Schema(description = "What people say on the phone", example = "CLI-00012") String code,
    String name,
    @Nullable String contactName,
    @Nullable String phone,
    @Nullable String email,
    @Schema(description = "False once the client was retired") boolean active,
    Instant createdAt,
    Instant changedAt,
    @Schema(description = "The number in the ETag") long version) {

  static ClientView of(ClientSnapshot client) {
    ClientDetails details = client.details();
    return new ClientView(
        client.id(),
        client.code(),
        details.name(),
        details.contactName(),
        details.phone(),
        details.email(),
        client.active(),
        client.createdAt(),
        client.changedAt(),
        client.version());
  }
}
