package com.accordenergie.auth.page;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A page that says one thing and offers the way on.
 *
 * @param action what the link says, null when there is nowhere to go from here
 */
public record Notice(
    HttpStatus status,
    String title,
    String text,
    @Nullable String action,
    @Nullable String target) {

  public static Notice of(HttpStatus status, String title, String text) {
    return new Notice(status, title, text, null, null);
  }

  public Notice offering(String action, String target) {
    return new Notice(status, title, text, action, target);
  }
}
