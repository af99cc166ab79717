package com.accordenergie.auth.invitation.web;

import com.accordenergie.auth.invitation.InvitationLink;
import com.accordenergie.auth.invitation.InvitationStatus;
import com.accordenergie.auth.invitation.Inviting;
import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an admin hand somebody the link with which they choose a password. */
@Tag(name = "Users")
@RestController
@RequestMapping("/api/v1/users/{id}/invitation")
class InvitationController {

  private final Inviting inviting;

  InvitationController(Inviting inviting) {
    this.inviting = inviting;
  }

  @Operation(
      summary = "Invite a person to choose a password",
      description =
          "For the first password and for a forgotten one. The link serves once, within 72 hours; a"
              + " new invitation takes the place of the one before. It is shown here and never"
              + " again.")
  @ApiResponse(responseCode = "201", description = "Invited")
  @AllowedTo(Role.ADMIN)
  @PostMapping
  ResponseEntity<InvitationLink> invite(@PathVariable UUID id) {
    return ResponseEntity.created(URI.create("/api/v1/users/" + id + "/invitation"))
        .cacheControl(CacheControl.noStore())
        .body(inviting.invite(id));
  }

  @Operation(
      summary = "How far a person's invitation is",
      description = "Never shows the link.")
  @ApiResponse(responseCode = "200", description = "The state of the newest invitation")
  @AllowedTo(Role.ADMIN)
  @GetMapping
  InvitationStatus status(@PathVariable UUID id) {
    return inviting.status(id);
  }
}
