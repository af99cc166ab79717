package com.accordenergie.auth.session.web;

import com.accordenergie.auth.session.LogoutEverywhere;
import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets somebody who left a device behind end everything that was logged in as them. */
@Tag(name = "Me")
@RestController
class SessionsController {

  private final LogoutEverywhere logoutEverywhere;

  SessionsController(LogoutEverywhere logoutEverywhere) {
    this.logoutEverywhere = logoutEverywhere;
  }

  @Operation(
      summary = "Log out everywhere",
      description =
          "Ends all logins of the caller, in all applications and on all devices, this one included."
              + " Access tokens that were given out end by themselves, after ten minutes at most; streams"
              + " of live changes end at once. In an emergency, so no If-Match is asked for; doing it"
              + " twice harms nothing.")
  @ApiResponse(responseCode = "204", description = "Nobody is logged in any more")
  @AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
  @DeleteMapping("/api/v1/me/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endAllSessions(Caller caller) {
    logoutEverywhere.of(caller.id());
  }
}
