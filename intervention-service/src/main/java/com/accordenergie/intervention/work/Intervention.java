package com.accordenergie.intervention.work;

import com.accordenergie.intervention.history.FieldChange;
import com.accordenergie.intervention.planning.Slot;
import com.accordenergie.intervention.urgency.Urgency;
import com.accordenergie.intervention.urgency.UrgencyClock;
import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.intervention.workflow.Status;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * A visit to a client's site, from the call to the settlement. Its life is led by the use cases of
 * this package, which ask the rules first; every change leaves a trace in {@link #changes()} that
 * becomes one version, one revision of the history and one event.
 */
@Entity
@Table(name = "intervention")
public class Intervention implements Persistable<UUID> {

  @Id private UUID id;
  private String reference;
  private String title;
  private String description;

  @Column(name = "client_id")
  private UUID clientId;

  @Column(name = "site_id")
  private UUID siteId;

  @Column(name = "owner_id")
  private UUID ownerId;

  @Column(name = "technician_id")
  private @Nullable UUID technicianId;

  @Column(name = "status_id")
  private short statusId;

  @Enumerated(EnumType.STRING)
  private Category category;

  @Column(name = "urgency_id")
  private short urgencyId;

  @Column(name = "planned_start")
  private @Nullable Instant plannedStart;

  @Column(name = "planned_end")
  private @Nullable Instant plannedEnd;

  @Column(name = "override_reason")
  private @Nullable String overrideReason;

  @Column(name = "actual_start")
  private @Nullable Instant actualStart;

  @Column(name = "actual_end")
  private @Nullable Instant actualEnd;

  private @Nullable String report;

  @Column(name = "status_since")
  private @Nullable Instant statusSince;

  @Column(name = "status_reason")
  private @Nullable String statusReason;

  /** In which role somebody took the last step; null before the first. */
  @Enumerated(EnumType.STRING)
  @Column(name = "status_by")
  private @Nullable Role statusBy;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "taken_over_at")
  private @Nullable Instant takenOverAt;

  @Embedded private UrgencyClock clock;

  @Column(name = "take_over_due_at")
  private @Nullable Instant takeOverDueAt;

  @Column(name = "resolve_due_at")
  private @Nullable Instant resolveDueAt;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  @Version private long version;

  @Transient private boolean stored;
  @Transient private long knownVersion;
  @Transient private final List<FieldChange> changes = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected Intervention() {}

  /** A request just taken; its id carries the time, so that ids sort as the requests came. */
  @SuppressWarnings("NullAway")
  Intervention(
      String reference, Request request, UUID owner, UUID createdBy, Status initial, Instant now) {
    id = Ids.at(now);
    version = 1;
    this.reference = reference;
    this.createdBy = createdBy;
    createdAt = now;
    updatedAt = now;
    clientId = request.clientId();
    recorded("reference", null, reference);
    recorded("clientId", null, clientId);
    siteId = changed("siteId", siteId, request.siteId());
    title = changed("title", title, request.title());
    description = changed("description", description, request.description());
    ownerId = changed("ownerId", ownerId, owner);
    recorded("urgency", null, request.urgency().code());
    urgencyId = request.urgency().id();
    recorded("status", null, initial.code());
    statusId = initial.id();
    statusSince = now;
    category = initial.category();
    clock = UrgencyClock.startedAt(now, initial.clock());
    computeDueTimes(request.urgency());
  }

  /** What is asked for on the phone. */
  record Request(
      UUID clientId, UUID siteId, String title, String description, Urgency urgency) {}

  // --- verbs: only the use cases of this package call them ---------------------------------------

  void describe(String newTitle, String newDescription) {
    title = changed("title", title, newTitle);
    description = changed("description", description, newDescription);
  }

  void moveToSite(UUID site) {
    siteId = changed("siteId", siteId, site);
  }

  void handOverTo(UUID owner) {
    ownerId = changed("ownerId", ownerId, owner);
  }

  void rate(Urgency old, Urgency urgency) {
    if (urgencyId != urgency.id()) {
      recorded("urgency", old.code(), urgency.code());
      urgencyId = urgency.id();
      computeDueTimes(urgency);
    }
  }

  void assignTo(@Nullable UUID technician) {
    technicianId = changed("technicianId", technicianId, technician);
  }

  void plan(@Nullable Slot slot, @Nullable String reasonToOverride) {
    plannedStart = changed("plannedStart", plannedStart, slot == null ? null : slot.start());
    plannedEnd = changed("plannedEnd", plannedEnd, slot == null ? null : slot.end());
    overrideReason = changed("overrideReason", overrideReason, reasonToOverride);
  }

  void report(String text) {
    report = changed("report", report, text);
  }

  /** Goes on to another status, with all that its category brings about. */
  void enter(
      Status from, Status to, @Nullable String reason, Role by, Urgency urgency, Instant now) {
    recorded("status", from.code(), to.code());
    boolean reopened = from.category().isFinal();
    statusId = to.id();
    statusSince = now;
    category = to.category();
    statusReason = reason;
    statusBy = by;
    if (reopened) {
      takenOverAt = null;
    }
    if (category == Category.OPEN) {
      assignTo(null);
      plan(null, null);
      takenOverAt = null;
    } else if (takenOverAt == null && !category.isFinal()) {
      takenOverAt = now;
    }
    if (reopened) {
      clock = UrgencyClock.startedAt(now, to.clock());
      actualStart = changed("actualStart", actualStart, null);
      actualEnd = changed("actualEnd", actualEnd, null);
      report = changed("report", report, null);
    } else {
      clock = clock.switchedTo(to.clock(), now);
    }
    computeDueTimes(urgency);
  }

  void begin(Instant now) {
    if (actualStart == null) {
      actualStart = changed("actualStart", null, now);
    }
    actualEnd = changed("actualEnd", actualEnd, null);
  }

  /** As who did it tells. */
  void wasDone(@Nullable Instant start, @Nullable Instant end) {
    actualStart = changed("actualStart", actualStart, start);
    actualEnd = changed("actualEnd", actualEnd, end);
  }

  void end(Instant now) {
    actualEnd = changed("actualEnd", actualEnd, now);
  }

  /** The clocks of two instances differ a little; a version is never older than the one before. */
  Instant noEarlierThanItsLastChange(Instant now) {
    return now.isBefore(updatedAt) ? updatedAt : now;
  }

  void touch(Instant now) {
    updatedAt = now;
  }

  private void computeDueTimes(Urgency urgency) {
    takeOverDueAt = takenOverAt == null ? clock.dueAt(urgency.timeToTakeOver()) : null;
    resolveDueAt = clock.dueAt(urgency.timeToResolve());
    dueAt = takeOverDueAt == null ? resolveDueAt : takeOverDueAt;
  }

  private <T> @Nullable T changed(String field, @Nullable T from, @Nullable T to) {
    if (!Objects.equals(from, to)) {
      recorded(field, from, to);
    }
    return to;
  }

  private void recorded(String field, @Nullable Object from, @Nullable Object to) {
    changes.add(
        new FieldChange(
            field, from == null ? null : from.toString(), to == null ? null : to.toString()));
  }

  // --- what everybody may know -------------------------------------------------------------------

  /** What has changed since it was loaded, or stored. */
  List<FieldChange> changes() {
    return List.copyOf(changes);
  }

  /** The slot, if one is planned. */
  @Nullable Slot slot() {
    return plannedStart == null || plannedEnd == null ? null : new Slot(plannedStart, plannedEnd);
  }

  @Override
  public UUID getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return !stored;
  }

  @PostPersist
  void markStored() {
    stored = true;
  }

  @PostLoad
  void loaded() {
    stored = true;
    knownVersion = version;
  }

  /** Whether all that has changed has become one version, as readers of events count on. */
  boolean isOneVersionFurther() {
    return version == knownVersion + 1;
  }

  /** What changes from here on, be it in the same transaction, is the next version. */
  void beginNextVersion() {
    knownVersion = version;
    changes.clear();
  }

  public String reference() {
    return reference;
  }

  public String title() {
    return title;
  }

  public String description() {
    return description;
  }

  public UUID clientId() {
    return clientId;
  }

  public UUID siteId() {
    return siteId;
  }

  public UUID ownerId() {
    return ownerId;
  }

  public @Nullable UUID technicianId() {
    return technicianId;
  }

  public short statusId() {
    return statusId;
  }

  public Category category() {
    return category;
  }

  public short urgencyId() {
    return urgencyId;
  }

  public @Nullable Instant plannedStart() {
    return plannedStart;
  }

  public @Nullable Instant plannedEnd() {
    return plannedEnd;
  }

  public @Nullable String overrideReason() {
    return overrideReason;
  }

  public @Nullable Instant actualStart() {
    return actualStart;
  }

  public @Nullable Instant actualEnd() {
    return actualEnd;
  }

  public @Nullable String report() {
    return report;
  }

  /** Somebody was there and told about it: there is something to put on paper. */
  public boolean hasReport() {
    return report != null || category == Category.RESOLVED || category == Category.CLOSED;
  }

  public boolean hasAppointment() {
    return slot() != null;
  }

  /** Since when it has stood where it stands. */
  public Instant statusSince() {
    return statusSince == null ? createdAt : statusSince;
  }

  /** Why it went into its present status. */
  public @Nullable String statusReason() {
    return statusReason;
  }

  public UUID createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  /** Null once somebody is in charge. */
  public @Nullable Instant takeOverDueAt() {
    return takeOverDueAt;
  }

  /** Null while the clock stands still. */
  public @Nullable Instant resolveDueAt() {
    return resolveDueAt;
  }

  /** The next of the two. */
  public @Nullable Instant dueAt() {
    return dueAt;
  }

  public boolean isOverdue(Instant now) {
    return dueAt != null && dueAt.isBefore(now);
  }

  public long version() {
    return version;
  }
}
