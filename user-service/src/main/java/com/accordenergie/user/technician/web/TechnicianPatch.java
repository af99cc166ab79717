package com.accordenergie.user.technician.web;

import com.accordenergie.platform.web.Patch;
import com.accordenergie.user.person.PersonDetails;
import com.accordenergie.user.person.PersonState;
import com.accordenergie.user.web.Patches;
import java.util.List;

/** What is to be changed of a technician; what is not mentioned stays. */
record TechnicianPatch(
    Patch<String> username,
    Patch<String> email,
    Patch<String> displayName,
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
            details.role(),
            details.clientId(),
            phone.orElse(details.phone()),
            skills.orElse(details.skills())),
        Patches.active(active, current.active()));
  }
}
