package com.accordenergie.intervention.document;

import static com.accordenergie.intervention.document.DocumentProblems.NO_APPOINTMENT;
import static net.fortuna.ical4j.model.property.immutable.ImmutableMethod.PUBLISH;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_CANCELLED;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_CONFIRMED;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.problem.Problems;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The appointment as an iCalendar object (RFC 5545). A calendar that imports it again replaces what it
 * has, by the same UID and a higher SEQUENCE.
 */
@Component
public class Appointments {

  private final Visits visits;
  private final Letterhead letterhead;

  Appointments(Visits visits, Letterhead letterhead) {
    this.visits = visits;
    this.letterhead = letterhead;
  }

  public Document publish(UUID id, Caller caller) {
    Visit visit = visits.get(id, caller);
    Instant start = visit.plannedStart();
    Instant end = visit.plannedEnd();
    if (start == null || end == null) {
      throw Problems.conflict(NO_APPOINTMENT, "It has no planned slot.");
    }
    Calendar calendar =
        new Calendar()
            .withProdId("-//" + letterhead.company() + "//Interventions//FR")
            .withDefaults()
            .withProperty(PUBLISH)
            .withComponent(event(visit, start, end))
            .getFluentTarget();
    byte[] content =
        ContentLines.folded(calendar.toString()).getBytes(StandardCharsets.UTF_8);
    return new Document(visit.reference() + ".ics", content);
  }

  private VEvent event(Visit visit, Instant start, Instant end) {
    List<Property> properties =
        List.of(
            new Uid(visit.id().toString()),
            new DtStamp(visit.updatedAt()),
            new LastModified(visit.updatedAt()),
            new Sequence(Math.toIntExact(visit.version())),
            visit.cancelled() ? VEVENT_CANCELLED : VEVENT_CONFIRMED,
            new Organizer(URI.create("mailto:" + letterhead.email())),
            new DtStart<>(start),
            new DtEnd<>(end),
            new Summary("%s : %s".formatted(letterhead.company(), visit.title())),
            new Location(visit.site() == null ? "" : visit.site().inOneLine()),
            new Description(description(visit)));
    return new VEvent(new PropertyList(properties));
  }

  private static String description(Visit visit) {
    return Stream.of(
            "Référence : " + visit.reference(),
            visit.client() == null ? null : "Client : " + visit.client(),
            visit.technician() == null ? null : "Intervenant : " + visit.technician(),
            contact(visit),
            visit.description().isBlank() ? null : "\n" + visit.description())
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }

  private static @Nullable String contact(Visit visit) {
    if (visit.site() == null || visit.site().contactName() == null) {
      return null;
    }
    String phone = visit.site().contactPhone();
    return "Sur place : " + visit.site().contactName() + (phone == null ? "" : ", " + phone);
  }
}
