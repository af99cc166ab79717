package com.accordenergie.user.site;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.user.aggregate.Rules;
import com.accordenergie.user.client.ClientProblems;
import com.accordenergie.user.client.ClientReferences;
import com.accordenergie.user.client.ClientStanding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens, changes and retires sites. The client is locked before its site: it is found by the words of
 * all its sites, so they change one at a time.
 */
@Service
@Transactional
public class SiteManagement {

  private final Sites sites;
  private final ClientReferences clients;
  private final Rules rules;
  private final SiteEvents events;

  SiteManagement(Sites sites, ClientReferences clients, Rules rules, SiteEvents events) {
    this.sites = sites;
    this.clients = clients;
    this.rules = rules;
    this.events = events;
  }

  public SiteSnapshot open(UUID id, UUID clientId, SiteDetails details, Instant at) {
    ClientStanding standing = lockClient(clientId);
    rules.check(details);
    if (standing == ClientStanding.RETIRED) {
      throw ClientProblems.retired();
    }
    SiteSnapshot opened = store(new Site(id, clientId, details, at));
    events.created(opened);
    return opened;
  }

  /**
   * @param details checked before
   */
  public record NewSite(UUID clientId, SiteDetails details) {}

  /** Opens many at once, each told by its event. */
  public void openAll(List<NewSite> sites, Instant at) {
    if (!clients.lockActive(sites.stream().map(NewSite::clientId).toList())) {
      throw ClientProblems.retired();
    }
    List<Site> opened =
        sites.stream()
            .map(site -> new Site(Ids.next(), site.clientId(), site.details(), at))
            .toList();
    this.sites.saveAll(opened);
    this.sites.flush();
    opened.stream().map(Site::snapshot).forEach(events::created);
  }

  /** Changes nothing, and tells nobody, when the site is like that already. */
  public SiteSnapshot change(
      UUID clientId, UUID id, IfMatch ifMatch, UnaryOperator<SiteState> edit, Instant at) {
    ClientStanding standing = lockClient(clientId);
    Site site = sites.lock(id, clientId).orElseThrow(Problems::notFound);
    ifMatch.check(site.version());
    SiteState before = site.state();
    SiteState after = edit.apply(before);
    rules.check(after.details());
    if (after.equals(before)) {
      return site.snapshot();
    }
    if (after.active() && !before.active() && standing == ClientStanding.RETIRED) {
      throw ClientProblems.retired();
    }
    site.become(after, at);
    SiteSnapshot changed = store(site);
    if (before.active() && !after.active()) {
      events.retired(changed);
    } else {
      events.updated(changed);
    }
    return changed;
  }

  public SiteSnapshot retire(UUID clientId, UUID id, IfMatch ifMatch, Instant at) {
    return change(clientId, id, ifMatch, SiteState::retired, at);
  }

  @Transactional(readOnly = true)
  public SiteSnapshot find(UUID clientId, UUID id) {
    return sites
        .findByIdAndClientId(id, clientId)
        .map(Site::snapshot)
        .orElseThrow(Problems::notFound);
  }

  private ClientStanding lockClient(UUID clientId) {
    ClientStanding standing = clients.lock(clientId);
    if (standing == ClientStanding.UNKNOWN) {
      throw Problems.notFound();
    }
    return standing;
  }

  private SiteSnapshot store(Site site) {
    SiteSnapshot stored = sites.saveAndFlush(site).snapshot();
    clients.sitesChanged(stored.clientId());
    return stored;
  }
}
