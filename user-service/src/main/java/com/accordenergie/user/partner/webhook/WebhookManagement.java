package com.accordenergie.user.partner.webhook;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.user.aggregate.Rules;
import com.accordenergie.user.partner.PartnerManagement;
import com.accordenergie.user.partner.PartnerProblems;
import com.accordenergie.user.partner.PartnerResumed;
import com.accordenergie.user.partner.PartnerSnapshot;
import com.accordenergie.user.partner.PartnerState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets webhooks up for partners, changes and deletes them, and gives them new secrets. */
@Service
public class WebhookManagement {

  private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

  private final Webhooks webhooks;
  private final SigningSecrets secrets;
  private final PartnerManagement partners;
  private final Receivers receivers;
  private final Rules rules;
  private final WebhookProperties properties;
  private final WebhookEvents events;
  private final TransactionTemplate transaction;

  WebhookManagement(
      Webhooks webhooks,
      SigningSecrets secrets,
      PartnerManagement partners,
      Receivers receivers,
      Rules rules,
      WebhookProperties properties,
      WebhookEvents events,
      TransactionTemplate transaction) {
    this.webhooks = webhooks;
    this.secrets = secrets;
    this.partners = partners;
    this.receivers = receivers;
    this.rules = rules;
    this.properties = properties;
    this.events = events;
    this.transaction = transaction;
  }

  /** It is told what happens from now on. */
  public NewSecret create(UUID partner, WebhookDetails details, Caller by, Instant at) {
    PartnerSnapshot known = partners.find(partner).orElseThrow(Problems::notFound);
    if (known.state() == PartnerState.RETIRED) {
      throw PartnerProblems.retired();
    }
    rules.check(details);
    receivers.check(details.url());
    var webhook =
        new Webhook(
            Ids.next(),
            partner,
            new WebhookContents(details, WebhookState.ACTIVE),
            false,
            null,
            at,
            at,
            1);
    byte[] secret = secrets.make();
    transaction.executeWithoutResult(
        status -> {
          if (webhooks.lockAndCount(partner) >= properties.perPartner()) {
            throw WebhookProblems.tooMany(properties.perPartner());
          }
          webhooks.insert(webhook, secret);
          events.tell(WebhookEvents.Turn.CREATED, webhook, by);
        });
    return new NewSecret(webhook, SigningSecrets.shown(secret));
  }

  @Transactional(readOnly = true)
  public List<Webhook> of(UUID partner) {
    if (partners.find(partner).isEmpty()) {
      throw Problems.notFound();
    }
    return webhooks.of(partner);
  }

  @Transactional(readOnly = true)
  public Webhook read(UUID partner, UUID id) {
    return webhooks.find(partner, id).orElseThrow(Problems::notFound);
  }

  /** Changes nothing when the webhook is like that already. */
  public Webhook change(
      UUID partner,
      UUID id,
      IfMatch ifMatch,
      UnaryOperator<WebhookContents> edit,
      Caller by,
      Instant at) {
    // A name is looked up outside the lock, which the senders wait for.
    Webhook seen = read(partner, id);
    WebhookDetails wanted = edit.apply(seen.contents()).details();
    ifMatch.check(seen.version());
    rules.check(wanted);
    if (!wanted.url().equals(seen.url())) {
      receivers.check(wanted.url());
    }
    return transaction.execute(
        status -> {
          Webhook webhook = webhooks.lock(partner, id).orElseThrow(Problems::notFound);
          ifMatch.check(webhook.version());
          WebhookContents after = edit.apply(webhook.contents());
          if (isSame(webhook.contents(), after)) {
            return webhook;
          }
          if (!after.details().url().equals(wanted.url())) {
            throw Problems.unavailable("Somebody else is changing it.");
          }
          Webhook changed =
              new Webhook(
                  id,
                  partner,
                  after,
                  webhook.gone() && after.state() == WebhookState.PAUSED,
                  webhook.formerSecretUntil(),
                  webhook.createdAt(),
                  at,
                  webhook.version() + 1);
          webhooks.update(changed);
          events.tell(turn(webhook, changed), changed, by);
          if (changed.isActive() && !webhook.isActive()) {
            webhooks.tryAgain(id);
          }
          return changed;
        });
  }

  /**
   * @param overlap for how long the secret until now signs too
   */
  @Transactional
  public NewSecret rotate(UUID partner, UUID id, Duration overlap, Caller by, Instant at) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw Problems.invalid("#/overlap", "It takes PT0S to P7D.");
    }
    Webhook webhook = webhooks.lock(partner, id).orElseThrow(Problems::notFound);
    var rotated =
        new Webhook(
            id,
            partner,
            webhook.contents(),
            webhook.gone(),
            overlap.isZero() ? null : at.plus(overlap),
            webhook.createdAt(),
            at,
            webhook.version() + 1);
    byte[] secret = secrets.make();
    webhooks.replaceSecret(rotated, secret);
    events.tell(WebhookEvents.Turn.SECRET_REPLACED, rotated, by);
    return new NewSecret(rotated, SigningSecrets.shown(secret));
  }

  @Transactional
  public void delete(UUID partner, UUID id, IfMatch ifMatch, Caller by, Instant at) {
    Webhook webhook = webhooks.lock(partner, id).orElseThrow(Problems::notFound);
    ifMatch.check(webhook.version());
    webhooks.delete(id, at);
    events.tell(WebhookEvents.Turn.DELETED, webhook.paused(webhook.gone(), at), by);
  }

  /** The time while nobody could be called does not count as tried in vain. */
  @EventListener
  void resumed(PartnerResumed partner) {
    webhooks.active(partner.partner()).forEach(webhooks::tryAgain);
  }

  /** The receiver has said that it is gone: nobody calls it until an admin says so. Under its lock. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void pauseGone(Webhook webhook, Instant at) {
    Webhook paused = webhook.paused(true, at);
    webhooks.update(paused);
    events.tell(WebhookEvents.Turn.PAUSED, paused, null);
  }

  private static WebhookEvents.Turn turn(Webhook before, Webhook after) {
    if (before.isActive() == after.isActive()) {
      return WebhookEvents.Turn.UPDATED;
    }
    return after.isActive() ? WebhookEvents.Turn.RESUMED : WebhookEvents.Turn.PAUSED;
  }

  private static boolean isSame(WebhookContents before, WebhookContents after) {
    return before.state() == after.state()
        && before.details().url().equals(after.details().url())
        && Set.copyOf(before.details().eventTypes())
            .equals(Set.copyOf(after.details().eventTypes()));
  }
}
