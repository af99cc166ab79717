package com.accordenergie.user.partner;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.problem.Violation;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.user.aggregate.Rules;
import com.accordenergie.user.aggregate.Taken;
import com.accordenergie.user.client.ClientReferences;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes partners on, says what they may read, suspends and retires them. */
@Service
@Transactional
public class PartnerManagement {

  private static final Map<String, String> UNIQUE = Map.of("partner_present_name", "name");

  private final Partners partners;
  private final PartnerIndex index;
  private final ClientReferences clients;
  private final Rules rules;
  private final PartnerEvents events;
  private final ApplicationEventPublisher insideEvents;

  PartnerManagement(
      Partners partners,
      PartnerIndex index,
      ClientReferences clients,
      Rules rules,
      PartnerEvents events,
      ApplicationEventPublisher insideEvents) {
    this.partners = partners;
    this.index = index;
    this.clients = clients;
    this.rules = rules;
    this.events = events;
    this.insideEvents = insideEvents;
  }

  public PartnerSnapshot takeOn(UUID id, PartnerDetails details, Caller by, Instant at) {
    check(details);
    PartnerSnapshot taken = store(new Partner(id, details, at));
    events.tell(PartnerEvents.Turn.CREATED, taken, by);
    return taken;
  }

  /** Changes nothing, and tells nobody, when the partner is like that already. */
  public PartnerSnapshot change(
      UUID id, IfMatch ifMatch, UnaryOperator<PartnerContents> edit, Caller by, Instant at) {
    Partner partner = partners.lock(id).orElseThrow(Problems::notFound);
    ifMatch.check(partner.version());
    PartnerContents before = partner.contents();
    PartnerContents after = edit.apply(before);
    if (isSame(before, after)) {
      return partner.snapshot();
    }
    if (before.state() == PartnerState.RETIRED) {
      throw PartnerProblems.retired();
    }
    check(after.details());
    partner.become(after, at);
    PartnerSnapshot changed = store(partner);
    PartnerEvents.Turn turn = turn(before.state(), after.state());
    events.tell(turn, changed, by);
    if (turn == PartnerEvents.Turn.RESUMED) {
      insideEvents.publishEvent(new PartnerResumed(id));
    }
    return changed;
  }

  public PartnerSnapshot retire(UUID id, IfMatch ifMatch, Caller by, Instant at) {
    return change(id, ifMatch, PartnerContents::retired, by, at);
  }

  @Transactional(readOnly = true)
  public Optional<PartnerSnapshot> find(UUID id) {
    return partners.findById(id).map(Partner::snapshot);
  }

  /** All that are not retired. */
  @Transactional(readOnly = true)
  public List<PartnerSnapshot> present() {
    return partners.findPresent().stream().map(Partner::snapshot).toList();
  }

  /** What may be read is a set: its order is nobody's. */
  private static boolean isSame(PartnerContents before, PartnerContents after) {
    PartnerDetails old = before.details();
    PartnerDetails young = after.details();
    return before.state() == after.state()
        && young.name() != null
        && young.name().equals(old.name())
        && Objects.equals(young.contactEmail(), old.contactEmail())
        && Set.copyOf(old.clientIds()).equals(new HashSet<>(young.clientIds()))
        && Set.copyOf(old.eventTypes()).equals(new HashSet<>(young.eventTypes()));
  }

  private static PartnerEvents.Turn turn(PartnerState before, PartnerState after) {
    if (before == after) {
      return PartnerEvents.Turn.UPDATED;
    }
    return switch (after) {
      case ACTIVE -> PartnerEvents.Turn.RESUMED;
      case SUSPENDED -> PartnerEvents.Turn.SUSPENDED;
      case RETIRED -> PartnerEvents.Turn.RETIRED;
    };
  }

  private void check(PartnerDetails details) {
    rules.check(details);
    List<UUID> wanted = details.clientIds();
    Set<UUID> known = clients.known(wanted);
    List<Violation> unknown =
        IntStream.range(0, wanted.size())
            .filter(place -> !known.contains(wanted.get(place)))
            .mapToObj(place -> new Violation("#/clientIds/" + place, "There is no such client."))
            .toList();
    if (!unknown.isEmpty()) {
      throw Problems.invalid(unknown);
    }
  }

  private PartnerSnapshot store(Partner partner) {
    try {
      PartnerSnapshot stored = partners.saveAndFlush(partner).snapshot();
      index.write(stored);
      return stored;
    } catch (DataIntegrityViolationException taken) {
      throw Taken.explain(taken, UNIQUE);
    }
  }
}
