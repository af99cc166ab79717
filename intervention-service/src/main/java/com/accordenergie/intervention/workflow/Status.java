package com.accordenergie.intervention.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A row of the list of statuses. */
@Entity
@Table(name = "status")
public class Status {

  private static final String REASON = "{reason}";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Short id;

  private String code;

  @Column(name = "label_fr")
  private String labelFr;

  @Column(name = "label_en")
  private String labelEn;

  @Column(name = "client_label_fr")
  private String clientLabelFr;

  @Column(name = "client_label_en")
  private String clientLabelEn;

  @Enumerated(EnumType.STRING)
  private Category category;

  @Enumerated(EnumType.STRING)
  private ClockMode clock;

  private short position;
  private String color;
  private boolean active;

  /** Marked past the version: it is nothing that an admin changes. */
  @Column(insertable = false, updatable = false)
  private boolean used;

  @Version private long version;

  @SuppressWarnings("NullAway.Init")
  protected Status() {}

  Status(StatusValues values) {
    code = values.code();
    version = 1;
    apply(values);
  }

  /** True when it differs from what was. */
  boolean apply(StatusValues values) {
    boolean differs = !values.equals(values());
    labelFr = values.labelFr();
    labelEn = values.labelEn();
    clientLabelFr = values.clientLabelFr();
    clientLabelEn = values.clientLabelEn();
    category = values.category();
    clock = values.clock();
    position = values.position();
    color = values.color();
    active = values.active();
    return differs;
  }

  StatusValues values() {
    return new StatusValues(
        code, labelFr, labelEn, clientLabelFr, clientLabelEn, category, clock, position, color,
        active);
  }

  public short id() {
    return java.util.Objects.requireNonNull(id);
  }

  /** Whether an intervention has ever stood in it. */
  boolean isUsed() {
    return used;
  }

  public String code() {
    return code;
  }

  public String label(Language language) {
    return language == Language.ENGLISH ? labelEn : labelFr;
  }

  /** The client's wording, with the place for the reason still in it. */
  public String clientLabel(Language language) {
    return language == Language.ENGLISH ? clientLabelEn : clientLabelFr;
  }

  /** The client's wording; the reason only shows where the wording asks for it. */
  public String clientLabel(Language language, @Nullable String reason) {
    return clientLabel(clientLabel(language), reason);
  }

  /** A client's wording with the reason in its place. */
  public static String clientLabel(String label, @Nullable String reason) {
    return reason == null
        ? label.replace(" : " + REASON, "").replace(": " + REASON, "").replace(REASON, "").strip()
        : label.replace(REASON, reason);
  }

  public boolean tellsClientTheReason() {
    return clientLabelFr.contains(REASON);
  }

  public Category category() {
    return category;
  }

  public ClockMode clock() {
    return clock;
  }

  public short position() {
    return position;
  }

  public String color() {
    return color;
  }

  public boolean isActive() {
    return active;
  }

  public long version() {
    return version;
  }
}
