package com.accordenergie.user.site;

import com.accordenergie.user.aggregate.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where some of a client's installations stand. It stays with its client for good. */
@Entity
@Table(name = "site")
class Site extends Aggregate {

  @Column(updatable = false)
  private UUID clientId;

  private String name;
  private String addressLine;
  private String postalCode;
  private String city;
  private @Nullable String contactName;
  private @Nullable String contactPhone;
  private @Nullable String accessNotes;
  private boolean active;

  @SuppressWarnings("NullAway.Init")
  protected Site() {
    // for JPA
  }

  @SuppressWarnings("NullAway.Init")
  Site(UUID id, UUID clientId, SiteDetails details, Instant at) {
    super(id, at);
    this.clientId = clientId;
    take(new SiteState(details, true));
  }

  SiteState state() {
    return new SiteState(
        new SiteDetails(
            name, addressLine, postalCode, city, contactName, contactPhone, accessNotes),
        active);
  }

  void become(SiteState state, Instant at) {
    take(state);
    changed(at);
  }

  private void take(SiteState state) {
    SiteDetails details = state.details();
    name = details.name();
    addressLine = details.addressLine();
    postalCode = details.postalCode();
    city = details.city();
    contactName = details.contactName();
    contactPhone = details.contactPhone();
    accessNotes = details.accessNotes();
    active = state.active();
  }

  SiteSnapshot snapshot() {
    return new SiteSnapshot(
        getId(), clientId, state().details(), active, createdAt(), changedAt(), version());
  }
}
