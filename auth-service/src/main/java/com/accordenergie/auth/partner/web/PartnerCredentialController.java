package com.accordenergie.auth.partner.web;

import com.accordenergie.auth.partner.Credentials;
import com.accordenergie.auth.partner.IssuedCredential;
import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets an admin give a partner what it logs in with, and take it back. */
@Tag(name = "Partners")
@RestController
@AllowedTo(Role.ADMIN)
@RequestMapping(PartnerCredentialController.PATH)
class PartnerCredentialController {

  static final String PATH = "/api/v1/partners/{id}/credentials";

  private final Credentials credentials;
  private final URI tokenEndpoint;
  private final Clock clock;

  PartnerCredentialController(
      Credentials credentials, @Value("${accord.issuer}") String issuer, Clock clock) {
    this.credentials = credentials;
    this.tokenEndpoint = URI.create(issuer + "/oauth2/token");
    this.clock = clock;
  }

  @Operation(
      summary = "Give a partner credentials",
      description =
          "With a secret, which is shown here and never again, or with the public half of a key that"
              + " the partner keeps. A partner has five at most at a time, whose ends are still to come.")
  @ApiResponse(responseCode = "201", description = "Made")
  @PostMapping
  ResponseEntity<NewCredentialView> issue(
      @PathVariable UUID id, @RequestBody @Valid NewCredential wanted, Caller caller) {
    return created(id, credentials.issue(id, wanted.kind(), wanted.publicKey(), caller));
  }

  @Operation(
      summary = "Replace a partner's credentials",
      description =
          "Makes another one of the same kind. The old one serves until the overlap is over, so that"
              + " the partner changes over when it suits them.")
  @ApiResponse(responseCode = "201", description = "Made; the old one has an end now")
  @PostMapping("/{credentialId}/rotation")
  ResponseEntity<NewCredentialView> rotate(
      @PathVariable UUID id,
      @PathVariable UUID credentialId,
      @RequestBody @Valid Rotation rotation,
      Caller caller) {
    return created(
        id,
        credentials.rotate(
            id,
            credentialId,
            Objects.requireNonNull(rotation.overlap()),
            rotation.publicKey(),
            caller));
  }

  @Operation(
      summary = "The credentials of a partner",
      description =
          "Newest first, without secrets. Those that ended are shown for 90 days, with when they were"
              + " last used.")
  @ApiResponse(responseCode = "200", description = "A page")
  @GetMapping
  Page<CredentialView> list(@PathVariable UUID id, PageRequest request) {
    Instant now = clock.instant();
    return credentials.list(id, request).map(credential -> CredentialView.of(credential, now));
  }

  @Operation(summary = "One of the credentials of a partner", description = "Without its secret.")
  @ApiResponse(responseCode = "200", description = "What is kept of it")
  @GetMapping("/{credentialId}")
  CredentialView read(@PathVariable UUID id, @PathVariable UUID credentialId) {
    return CredentialView.of(credentials.read(id, credentialId), clock.instant());
  }

  @Operation(
      summary = "Revoke credentials of a partner",
      description =
          "At once, whatever anybody else is doing to them, so no If-Match is asked for; doing it twice"
              + " harms nothing. A token they led to ends by itself, within 50 seconds.")
  @ApiResponse(responseCode = "204", description = "They open nothing any more")
  @DeleteMapping("/{credentialId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable UUID id, @PathVariable UUID credentialId, Caller caller) {
    credentials.revoke(id, credentialId, caller);
  }

  private ResponseEntity<NewCredentialView> created(UUID partner, IssuedCredential issued) {
    URI location =
        URI.create(PATH.replace("{id}", partner.toString()) + "/" + issued.credential().id());
    return ResponseEntity.created(location)
        .cacheControl(CacheControl.noStore())
        .body(NewCredentialView.of(issued, tokenEndpoint));
  }
}
