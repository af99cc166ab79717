package com.accordenergie.intervention.listing;

import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.problem.Characters;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.time.StorableTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the query of a list strictly: what is not known, or given twice, is refused. */
final class CriteriaReader {

  private static final Set<String> KNOWN =
      Set.of(
          "status", "category", "urgency", "clientId", "siteId", "technicianId", "ownerId", "from",
          "to", "overdue", "q", "sort", "limit", "cursor");
  private static final Set<String> FOR_STAFF = Set.of("technicianId", "ownerId", "overdue");
  private static final Set<String> REPEATABLE = Set.of("status", "category", "urgency");
  private static final int MAX_CODES = 20;
  private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,30}");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final MultiValueMap<String, String> query;

  private CriteriaReader(MultiValueMap<String, String> query) {
    this.query = query;
  }

  static Criteria read(MultiValueMap<String, String> query, Caller reader) {
    return new CriteriaReader(query).read(reader);
  }

  private Criteria read(Caller reader) {
    refuseUnknown();
    if (reader.isClient()) {
      refuseWhatIsForStaff();
    }
    Boolean overdue = truth("overdue");
    Instant from = time("from");
    Instant to = time("to");
    if (from != null && to != null && from.isAfter(to)) {
      throw Problems.invalid("?to", "It lies before from.");
    }
    String text = text("q");
    return new Criteria(
        reader,
        codes("status"),
        categories(),
        codes("urgency"),
        id("clientId"),
        id("siteId"),
        id("technicianId"),
        id("ownerId"),
        from,
        to,
        overdue,
        text == null ? null : SearchWords.of(text),
        order(Boolean.TRUE.equals(overdue)));
  }

  private void refuseUnknown() {
    query.forEach(
        (name, values) -> {
          if (!KNOWN.contains(name)) {
            throw Problems.malformed("?" + name, "This parameter is not known here.");
          }
          if (values.size() > 1 && !REPEATABLE.contains(name)) {
            throw Problems.malformed("?" + name, "It is given more than once.");
          }
        });
  }

  /** What a client's lines do not tell is not told by a filter either. */
  private void refuseWhatIsForStaff() {
    query.keySet().stream()
        .filter(FOR_STAFF::contains)
        .findFirst()
        .ifPresent(
            name -> {
              throw Problems.malformed("?" + name, "It is not offered to clients.");
            });
    String sort = text("sort");
    if (sort != null && Order.parse(sort).key() == SortKey.DUE_AT) {
      throw Problems.malformed("?sort", "A client's list takes createdAt or plannedStart.");
    }
  }

  private Order order(boolean overdueOnly) {
    String text = text("sort");
    if (text == null) {
      return overdueOnly ? Order.MOST_URGENT_FIRST : Order.NEWEST_FIRST;
    }
    Order order = Order.parse(text);
    if (overdueOnly && order.key() != SortKey.DUE_AT) {
      throw Problems.malformed(
          "?sort", "With overdue=true a list is sorted by dueAt or -dueAt.");
    }
    return order;
  }

  private Set<String> codes(String name) {
    Set<String> codes = new TreeSet<>();
    for (String code : items(name)) {
      if (!CODE.matcher(code).matches()) {
        throw Problems.malformed("?" + name, "It takes codes, separated by commas.");
      }
      codes.add(code);
    }
    if (codes.size() > MAX_CODES) {
      throw Problems.malformed("?" + name, "It takes at most " + MAX_CODES + " codes.");
    }
    return codes;
  }

  private Set<Category> categories() {
    Set<Category> categories = EnumSet.noneOf(Category.class);
    for (String name : items("category")) {
      categories.add(
          Arrays.stream(Category.values())
              .filter(category -> category.name().equals(name))
              .findAny()
              .orElseThrow(
                  () ->
                      Problems.malformed(
                          "?category", "It takes " + Arrays.toString(Category.values()) + ".")));
    }
    return categories;
  }

  private List<String> items(String name) {
    return query.getOrDefault(name, List.of()).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .toList();
  }

  private @Nullable UUID id(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    if (!ID.matcher(text).matches()) {
      throw Problems.malformed("?" + name, "It takes a UUID.");
    }
    return UUID.fromString(text);
  }

  private @Nullable Instant time(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    Instant time;
    try {
      time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException unreadable) {
      throw Problems.malformed("?" + name, "It takes a time such as 2026-03-01T08:00:00Z.");
    }
    if (!StorableTime.is(time)) {
      throw Problems.invalid("?" + name, "It takes a time between 1970 and 9999.");
    }
    return time;
  }

  private @Nullable Boolean truth(String name) {
    String text = text(name);
    return switch (text) {
      case null -> null;
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> throw Problems.malformed("?" + name, "It takes true or false.");
    };
  }

  private @Nullable String text(String name) {
    String text = query.getFirst(name);
    if (text != null && !Characters.areAllowed(text)) {
      throw Problems.malformed("?" + name, "It holds characters that are not allowed.");
    }
    return text;
  }
}
