package com.accordenergie.intervention.urgency;

import com.accordenergie.intervention.workflow.Language;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of the list of urgencies: how bad it is and how soon it must be dealt with. */
@Entity
@Table(name = "urgency")
public class Urgency {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Short id;

  private String code;

  @Column(name = "label_fr")
  private String labelFr;

  @Column(name = "label_en")
  private String labelEn;

  private short severity;
  private String color;

  @Column(name = "take_over_minutes")
  private int takeOverMinutes;

  @Column(name = "resolve_minutes")
  private int resolveMinutes;

  private boolean active;

  /** Marked past the version: it is nothing that an admin changes. */
  @Column(insertable = false, updatable = false)
  private boolean used;

  @Version private long version;

  @SuppressWarnings("NullAway.Init")
  protected Urgency() {}

  Urgency(UrgencyValues values) {
    code = values.code();
    version = 1;
    apply(values);
  }

  /** True when it differs from what was. */
  boolean apply(UrgencyValues values) {
    boolean differs = !values.equals(values());
    labelFr = values.labelFr();
    labelEn = values.labelEn();
    severity = values.rank();
    color = values.color();
    takeOverMinutes = values.takeOverMinutes();
    resolveMinutes = values.resolveMinutes();
    active = values.active();
    return differs;
  }

  UrgencyValues values() {
    return new UrgencyValues(
        code, labelFr, labelEn, severity, color, takeOverMinutes, resolveMinutes, active);
  }

  public short id() {
    return Objects.requireNonNull(id);
  }

  /** Whether an intervention has ever had it. */
  boolean isUsed() {
    return used;
  }

  public String code() {
    return code;
  }

  public String label(Language language) {
    return language == Language.ENGLISH ? labelEn : labelFr;
  }

  /** The higher, the more urgent. */
  public short rank() {
    return severity;
  }

  public String color() {
    return color;
  }

  /** From the request until somebody is in charge. */
  public Duration timeToTakeOver() {
    return Duration.ofMinutes(takeOverMinutes);
  }

  /** From the request until the visit is over, pauses left out. */
  public Duration timeToResolve() {
    return Duration.ofMinutes(resolveMinutes);
  }

  public boolean isActive() {
    return active;
  }

  public long version() {
    return version;
  }
}
