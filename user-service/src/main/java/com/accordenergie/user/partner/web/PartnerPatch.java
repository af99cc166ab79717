package com.accordenergie.user.partner.web;

import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.Patch;
import com.accordenergie.user.partner.PartnerContents;
import com.accordenergie.user.partner.PartnerDetails;
import com.accordenergie.user.partner.PartnerState;
import java.util.List;
import java.util.UUID;

/** What is to be changed of a partner; what is not mentioned stays. */
record PartnerPatch(
    Patch<String> name,
    Patch<String> contactEmail,
    Patch<PartnerState> state,
    Patch<List<UUID>> clientIds,
    Patch<List<String>> eventTypes) {

  PartnerContents applyTo(PartnerContents current) {
    PartnerDetails details = current.details();
    return new PartnerContents(
        new PartnerDetails(
            name.orElse(details.name()),
            contactEmail.orElse(details.contactEmail()),
            clientIds.orElse(details.clientIds()),
            eventTypes.orElse(details.eventTypes())),
        state(current.state()));
  }

  private PartnerState state(PartnerState current) {
    if (!state.isPresent()) {
      return current;
    }
    PartnerState wanted = state.value();
    if (wanted == null) {
      throw Problems.invalid("#/state", "It is ACTIVE or SUSPENDED.");
    }
    if (wanted == PartnerState.RETIRED && current != PartnerState.RETIRED) {
      throw Problems.invalid("#/state", "To retire a partner, delete it.");
    }
    return wanted;
  }
}
