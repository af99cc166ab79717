package com.accordenergie.user.me.web;

import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.web.ETags;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.user.me.SavedView;
import com.accordenergie.user.me.SavedViews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own; there is no way to ask for anybody else's. */
@RestController
@RequestMapping("/api/v1/me/views")
@AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
@Tag(name = "Me")
class SavedViewsController {

  private final SavedViews saved;

  SavedViewsController(SavedViews saved) {
    this.saved = saved;
  }

  @Schema(name = "SavedViews")
  record Views(@NotNull @Size(max = 20) List<@Valid @NotNull SavedView> items) {}

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "readSavedViews", summary = "The lists that the caller wants to see again")
  @ApiResponse(
      responseCode = "200",
      description = "All of them, in order",
      headers = @Header(name = "ETag", description = "The version, 0 before the first was saved"))
  ResponseEntity<Views> read(Caller caller) {
    return answer(saved.of(caller.id()));
  }

  @PutMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "replaceSavedViews",
      summary = "Replace the saved views",
      description = "All at once, at most 20.")
  @ApiResponse(
      responseCode = "200",
      description = "All of them, in order",
      headers = @Header(name = "ETag", description = "The version"))
  ResponseEntity<Views> replace(
      @RequestBody @Valid Views views, IfMatch ifMatch, Caller caller) {
    return answer(saved.replace(caller.id(), views.items(), ifMatch));
  }

  private static ResponseEntity<Views> answer(SavedViews.Versioned saved) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .eTag(ETags.of(saved.version()))
        .body(new Views(saved.views()));
  }
}
