package com.accordenergie.auth.page;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A page that says one thing and offers the way on. Its words are in {@code pages.properties}, under
 * its name.
 *
 * @param detail what the words leave a place for, if they do
 * @param target where the link leads, null when there is nowhere to go from here
 */
public record Notice(
    HttpStatus status, String name, @Nullable Object detail, @Nullable String target) {

  public static Notice of(HttpStatus status, String name) {
    return new Notice(status, name, null, null);
  }

  public Notice about(Object what) {
    return new Notice(status, name, what, target);
  }

  public Notice leadingTo(String address) {
    return new Notice(status, name, detail, address);
  }

  public String title() {
    return "notice." + name + ".title";
  }

  public String text() {
    return "notice." + name + ".text";
  }

  public String action() {
    return "notice." + name + ".action";
  }
}
