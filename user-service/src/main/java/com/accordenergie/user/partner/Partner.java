package com.accordenergie.user.partner;

import com.accordenergie.user.aggregate.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A program of another company. Retired, it stays: the journal tells of it. */
@Entity
@Table(name = "partner")
class Partner extends Aggregate {

  private String name;
  private @Nullable String contactEmail;

  @Enumerated(EnumType.STRING)
  private PartnerState state;

  @ElementCollection
  @CollectionTable(name = "partner_client", joinColumns = @JoinColumn(name = "partner_id"))
  @Column(name = "client_id")
  private Set<UUID> clientIds = new HashSet<>();

  private String eventTypes;
  private int entitlement;

  /** The last entitlement that took something away. */
  private int restricted;

  @SuppressWarnings("NullAway.Init")
  protected Partner() {
    // for JPA
  }

  @SuppressWarnings("NullAway.Init")
  Partner(UUID id, PartnerDetails details, Instant at) {
    super(id, at);
    take(new PartnerContents(details, PartnerState.ACTIVE));
  }

  PartnerContents contents() {
    return new PartnerContents(
        new PartnerDetails(
            name, contactEmail, clientIds.stream().sorted().toList(), Lines.read(eventTypes)),
        state);
  }

  void become(PartnerContents contents, Instant at) {
    take(contents);
    changed(at);
  }

  private void take(PartnerContents contents) {
    PartnerDetails details = contents.details();
    Rights wanted = details.rights();
    if (entitlement == 0) {
      entitle(wanted);
    } else {
      Rights before = contents().details().rights();
      if (!wanted.equals(before)) {
        entitle(wanted);
        restricted = wanted.cover(before) ? restricted : entitlement;
      }
    }
    name = details.name();
    contactEmail = details.contactEmail();
    state = contents.state();
  }

  private void entitle(Rights wanted) {
    entitlement++;
    clientIds.retainAll(wanted.clients());
    clientIds.addAll(wanted.clients());
    eventTypes = Lines.write(wanted.types());
  }

  PartnerSnapshot snapshot() {
    PartnerContents contents = contents();
    return new PartnerSnapshot(
        getId(),
        contents.details(),
        contents.state(),
        entitlement,
        createdAt(),
        changedAt(),
        version());
  }

  /** Values of a set in one column. */
  static final class Lines {

    private Lines() {}

    static List<String> read(String text) {
      return text.lines().toList();
    }

    static String write(Collection<String> values) {
      return String.join("\n", values.stream().sorted().toList());
    }
  }
}
