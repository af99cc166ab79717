package com.accordenergie.user.person.web;

import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.web.Patch;
import com.accordenergie.user.person.PersonDetails;
import com.accordenergie.user.person.PersonState;
import com.accordenergie.user.web.Patches;
import java.util.List;
import java.util.UUID;

/** What is to be changed of a person; what is not mentioned stays. */
record PersonPatch(
    Patch<String> username,
    Patch<String> email,
    Patch<String> displayName,
    Patch<Role> role,
    Patch<UUID> clientId,
    Patch<String> phone,
    Patch<List<String>> skills,
    Patch<Boolean> active) {

  PersonState applyTo(PersonState current) {
    PersonDetails details = current.details();
    return new PersonState(
        new PersonDetails(
            username.orElse(details.username()),
            email.orElse(details.email()),
            displayName.orElse(details.displayName()),
            role.orElse(details.role()),
            clientId.orElse(details.clientId()),
            phone.orElse(details.phone()),
            skills.orElse(details.skills())),
        Patches.active(active, current.active()));
  }
}
