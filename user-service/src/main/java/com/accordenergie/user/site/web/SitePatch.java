package com.accordenergie.user.site.web;

import com.accordenergie.platform.web.Patch;
import com.accordenergie.user.site.SiteDetails;
import com.accordenergie.user.site.SiteState;
import com.accordenergie.user.web.Patches;

/** What is to be changed of a site; what is not mentioned stays. */
record SitePatch(
    Patch<String> name,
    Patch<String> addressLine,
    Patch<String> postalCode,
    Patch<String> city,
    Patch<String> contactName,
    Patch<String> contactPhone,
    Patch<String> accessNotes,
    Patch<Boolean> active) {

  SiteState applyTo(SiteState current) {
    SiteDetails details = current.details();
    return new SiteState(
        new SiteDetails(
            name.orElse(details.name()),
            addressLine.orElse(details.addressLine()),
            postalCode.orElse(details.postalCode()),
            city.orElse(details.city()),
            contactName.orElse(details.contactName()),
            contactPhone.orElse(details.contactPhone()),
            accessNotes.orElse(details.accessNotes())),
        Patches.active(active, current.active()));
  }
}
