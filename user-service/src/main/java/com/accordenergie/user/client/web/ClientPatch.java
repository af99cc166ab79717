package com.accordenergie.user.client.web;

import com.accordenergie.platform.web.Patch;
import com.accordenergie.user.client.ClientDetails;
import com.accordenergie.user.client.ClientState;
import com.accordenergie.user.web.Patches;

/** What is to be changed of a client; what is not mentioned stays. */
record ClientPatch(
    Patch<String> name,
    Patch<String> contactName,
    Patch<String> phone,
    Patch<String> email,
    Patch<Boolean> active) {

  ClientState applyTo(ClientState current) {
    ClientDetails details = current.details();
    return new ClientState(
        new ClientDetails(
            name.orElse(details.name()),
            contactName.orElse(details.contactName()),
            phone.orElse(details.phone()),
            email.orElse(details.email())),
        Patches.active(active, current.active()));
  }
}
