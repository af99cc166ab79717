package com.accordenergie.intervention.workflow;

import com.accordenergie.platform.id.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A row of the list of transitions: from where to where, who may, and what it takes. */
@Entity
@Table(name = "transition")
public class Transition implements Persistable<UUID> {

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.EAGER)
  @JoinColumn(name = "from_status")
  private @Nullable Status from;

  @ManyToOne(fetch = FetchType.EAGER)
  @JoinColumn(name = "to_status")
  private Status to;

  @Column(name = "by_dispatcher")
  private boolean byDispatcher;

  @Column(name = "by_technician")
  private boolean byTechnician;

  @Column(name = "needs_reason")
  private boolean needsReason;

  @Column(name = "needs_report")
  private boolean needsReport;

  @Column(name = "needs_technician")
  private boolean needsTechnician;

  @Column(name = "needs_slot")
  private boolean needsSlot;

  private boolean active;
  @Version private long version;
  @Transient private boolean stored;

  @SuppressWarnings("NullAway.Init")
  protected Transition() {}

  Transition(@Nullable Status from, Status to, TransitionValues values) {
    id = Ids.next();
    version = 1;
    this.from = from;
    this.to = to;
    apply(values);
  }

  /** True when it differs from what was. From and to stay what they are. */
  boolean apply(TransitionValues values) {
    boolean differs = !values.equals(values());
    byDispatcher = values.byDispatcher();
    byTechnician = values.byTechnician();
    needsReason = values.needsReason();
    needsReport = values.needsReport();
    needsTechnician = values.needsTechnician();
    needsSlot = values.needsSlot();
    active = values.active();
    return differs;
  }

  TransitionValues values() {
    return new TransitionValues(
        from == null ? null : from.code(),
        to == null ? "" : to.code(),
        byDispatcher,
        byTechnician,
        needsReason,
        needsReport,
        needsTechnician,
        needsSlot,
        active);
  }

  @Override
  public UUID getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return !stored;
  }

  @PostLoad
  @PostPersist
  void markStored() {
    stored = true;
  }

  /** Null for the creation. */
  public @Nullable Status from() {
    return from;
  }

  public Status to() {
    return to;
  }

  public boolean isByDispatcher() {
    return byDispatcher;
  }

  public boolean isByTechnician() {
    return byTechnician;
  }

  public boolean needsReason() {
    return needsReason;
  }

  public boolean needsReport() {
    return needsReport;
  }

  public boolean needsTechnician() {
    return needsTechnician;
  }

  public boolean needsSlot() {
    return needsSlot;
  }

  /** Names of the needs, for screens that ask for them. */
  public List<String> needs() {
    List<String> needs = new ArrayList<>();
    if (needsTechnician) {
      needs.add("technician");
    }
    if (needsSlot) {
      needs.add("slot");
    }
    if (needsReason) {
      needs.add("reason");
    }
    if (needsReport) {
      needs.add("report");
    }
    return List.copyOf(needs);
  }

  /** Whether a technician is chosen in it. */
  public boolean takesTechnician() {
    return to.category() == Category.PLANNED;
  }

  /** Whether there is something to report. */
  public boolean takesReport() {
    return needsReport || to.category() == Category.RESOLVED;
  }

  /** Names of what it has a place for, for screens that ask for it. */
  public List<String> takes() {
    List<String> takes = new ArrayList<>();
    if (takesTechnician()) {
      takes.add("technician");
    }
    if (needsSlot) {
      takes.add("slot");
    }
    takes.add("reason");
    if (takesReport()) {
      takes.add("report");
    }
    return List.copyOf(takes);
  }

  public boolean isActive() {
    return active;
  }

  public long version() {
    return version;
  }
}
