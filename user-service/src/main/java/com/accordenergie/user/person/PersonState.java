package com.accordenergie.user.person;

import com.accordenergie.platform.identity.Role;

/**
 * All of a person that can be changed.
 *
 * @param active whether they may log in
 */
public record PersonState(PersonDetails details, boolean active) {

  public PersonState inactive() {
    return new PersonState(details, false);
  }

  boolean isActiveAdmin() {
    return active && details.role() == Role.ADMIN;
  }
}
