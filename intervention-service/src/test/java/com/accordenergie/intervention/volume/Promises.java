package com.accordenergie.intervention.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the services promise of their rows, each as a search for a row that breaks it. */
final class Promises {

  private static final Map<String, String> BROKEN = new LinkedHashMap<>();

  static {
    BROKEN.put(
        "an id tells the time of its creation",
        """
        {work}.intervention
        where conv(hex(substring(id, 1, 6)), 16, 10)
          <> floor(timestampdiff(microsecond, '1970-01-01', created_at) / 1000)
        """);
    BROKEN.put(
        "the counter is ahead of every reference",
        """
        {work}.intervention i
        join {work}.reference_counter c on c.year = substring(i.reference, 5, 4)
        where cast(substring(i.reference, 10) as unsigned) > c.last
          or i.reference not regexp '^INT-[0-9]{4}-[0-9]{6}$'
        """);
    BROKEN.put(
        "every year of a reference has a counter",
        """
        {work}.intervention i
        where not exists (select 1 from {work}.reference_counter c where c.year = substring(i.reference, 5, 4))
        """);
    BROKEN.put(
        "the versions in the history go from 1 to the present one",
        """
        {work}.intervention i
        join (select intervention_id, count(distinct version) as many, min(version) as first, max(version) as last
              from {work}.intervention_change group by intervention_id) h on h.intervention_id = i.id
        where h.first <> 1 or h.many <> h.last or h.last <> i.version
        """);
    BROKEN.put("everything has a history",
        "{work}.intervention i where not exists"
            + " (select 1 from {work}.intervention_change h where h.intervention_id = i.id)");
    BROKEN.put(
        "a version is no older than the one before",
        """
        {work}.intervention_change a join {work}.intervention_change b
          on b.intervention_id = a.intervention_id and b.version = a.version + 1
        where b.changed_at < a.changed_at
        """);
    BROKEN.put(
        "the last value in the history is the present one",
        """
        (select c.intervention_id, c.field, c.new_value from {work}.intervention_change c
         where not exists (select 1 from {work}.intervention_change l
           where l.intervention_id = c.intervention_id and l.field = c.field and l.version > c.version)) h
        join {work}.intervention i on i.id = h.intervention_id
        join {work}.status s on s.id = i.status_id
        join {work}.urgency u on u.id = i.urgency_id
        where not (case h.field
          when 'status' then h.new_value <=> s.code
          when 'urgency' then h.new_value <=> u.code
          when 'title' then h.new_value <=> i.title
          when 'description' then h.new_value <=> i.description
          when 'reference' then h.new_value <=> i.reference
          when 'report' then h.new_value <=> i.report
          when 'ownerId' then replace(h.new_value, '-', '') <=> lower(hex(i.owner_id))
          when 'clientId' then replace(h.new_value, '-', '') <=> lower(hex(i.client_id))
          when 'siteId' then replace(h.new_value, '-', '') <=> lower(hex(i.site_id))
          when 'technicianId' then replace(h.new_value, '-', '') <=> lower(hex(i.technician_id))
          when 'plannedStart' then timestamp(replace(replace(h.new_value, 'T', ' '), 'Z', '')) <=> i.planned_start
          when 'plannedEnd' then timestamp(replace(replace(h.new_value, 'T', ' '), 'Z', '')) <=> i.planned_end
          when 'actualStart' then timestamp(replace(replace(h.new_value, 'T', ' '), 'Z', '')) <=> i.actual_start
          when 'actualEnd' then timestamp(replace(replace(h.new_value, 'T', ' '), 'Z', '')) <=> i.actual_end
          else false end)
        """);
    BROKEN.put(
        "every step is one that the list has for that role",
        """
        {work}.intervention_change h
        left join {work}.status f on f.code = h.old_value
        join {work}.status t on t.code = h.new_value
        left join {work}.transition w on w.from_status <=> f.id and w.to_status = t.id
        where h.field = 'status' and (w.id is null
          or (h.actor_role = 'DISPATCHER' and not w.by_dispatcher)
          or (h.actor_role = 'TECHNICIAN' and not w.by_technician)
          or (w.needs_reason and h.reason is null))
        """);
    BROKEN.put(
        "the category is the status's, and what it takes is there",
        """
        {work}.intervention i join {work}.status s on s.id = i.status_id
        where i.category <> s.category
          or (s.code in ('ASSIGNED', 'SCHEDULED', 'EN_ROUTE', 'IN_PROGRESS', 'ON_HOLD', 'DONE', 'UNRESOLVED', 'CLOSED')
            and i.technician_id is null)
          or (s.code = 'SCHEDULED' and i.planned_start is null)
          or (s.code in ('DONE', 'UNRESOLVED', 'CLOSED') and (i.report is null or i.actual_end is null))
          or (s.code = 'NEW' and i.technician_id is not null)
          or i.actual_end < i.actual_start or i.actual_start < i.created_at
        """);
    BROKEN.put(
        "nothing has happened that is still to come",
        "{work}.intervention_change h where h.changed_at > utc_timestamp(6)");
    BROKEN.put(
        "the due times are those of the clock",
        """
        {work}.intervention i join {work}.urgency u on u.id = i.urgency_id join {work}.status s on s.id = i.status_id
        where (i.clock_since is not null) <> (s.clock = 'RUN')
          or not (i.resolve_due_at <=> i.clock_since + interval u.resolve_minutes minute
            - interval i.clock_elapsed_ms * 1000 microsecond)
          or not (i.take_over_due_at <=> if(i.taken_over_at is null, i.clock_since
            + interval u.take_over_minutes minute - interval i.clock_elapsed_ms * 1000 microsecond, null))
          or not (i.due_at <=> coalesce(i.take_over_due_at, i.resolve_due_at))
        """);
    BROKEN.put(
        "whoever is planned or at work has the cells of the slot, and nobody else",
        """
        {work}.intervention i
        left join (select intervention_id, technician_id, count(*) as cells, min(slot_start) as first
                   from {work}.booked_interval group by intervention_id, technician_id) b
          on b.intervention_id = i.id
        where coalesce(b.cells, 0) <> if(i.category in ('PLANNED', 'ACTIVE', 'PAUSED') and i.planned_start is not null,
            timestampdiff(minute, i.planned_start, i.planned_end) / 5, 0)
          or b.technician_id <> i.technician_id or b.first <> i.planned_start
        """);
    BROKEN.put(
        "no technician has two visits at once",
        """
        {work}.intervention a join {work}.intervention b
          on b.technician_id = a.technician_id and b.id <> a.id
          and b.planned_start >= a.planned_start and b.planned_start < a.planned_end
        """);
    BROKEN.put(
        "the search knows for whom its words are",
        """
        {work}.intervention i left join {work}.search_word w on w.intervention_id = i.id
        where w.word is null or w.owner_id <> i.owner_id or w.client_id <> i.client_id
          or not (w.technician_id <=> i.technician_id)
        """);
    BROKEN.put(
        "a site is its client's, and everybody is known and has the role",
        """
        {work}.intervention i
        left join {work}.site e on e.id = i.site_id left join {work}.client c on c.id = i.client_id
        left join {work}.person o on o.id = i.owner_id left join {work}.person t on t.id = i.technician_id
        where not (e.client_id <=> i.client_id) or c.id is null or not (o.role <=> 'DISPATCHER')
          or (i.technician_id is not null and not (t.role <=> 'TECHNICIAN'))
        """);
    BROKEN.put(
        "the copies of people are like the original",
        """
        {user}.person p
        left join {work}.person w on w.id = p.id left join {talk}.person t on t.id = p.id
        left join {auth}.account a on a.id = p.id
        where not (w.display_name <=> p.display_name) or not (t.display_name <=> p.display_name)
          or not (a.display_name <=> p.display_name) or not (a.username <=> p.username)
          or not (a.email <=> p.email) or not (a.role <=> p.role) or not (w.role <=> p.role)
          or not (t.role <=> p.role) or not (a.client_id <=> p.client_id)
          or not (w.client_id <=> p.client_id) or not (t.client_id <=> p.client_id)
          or w.sequence <> p.version or t.sequence <> p.version or a.person_sequence <> p.version
        """);
    BROKEN.put(
        "the copies of clients and sites are like the original",
        """
        (select c.id, c.code as name, '' as more, c.version from {user}.client c
         union all select s.id, s.name, concat(s.address_line, s.postal_code, s.city, hex(s.client_id)), s.version from {user}.site s) o
        left join (select c.id, c.code as name, '' as more, c.sequence from {work}.client c
         union all select s.id, s.name, concat(s.address_line, s.postal_code, s.city, hex(s.client_id)), s.sequence from {work}.site s) k
          on k.id = o.id
        where not (k.name <=> o.name) or not (k.more <=> o.more) or k.sequence <> o.version
        """);
    BROKEN.put(
        "the counter of client codes is ahead of every code",
        "{user}.client c, {user}.client_counter n where cast(substring(c.code, 5) as unsigned) > n.last");
    BROKEN.put(
        "the conversation knows every intervention as it is",
        """
        {work}.intervention i join {work}.status s on s.id = i.status_id
        left join {talk}.intervention c on c.id = i.id
        where not (c.reference <=> i.reference) or not (c.owner_id <=> i.owner_id)
          or not (c.client_id <=> i.client_id) or not (c.technician_id <=> i.technician_id)
          or not (c.status <=> s.code) or not (c.created_at <=> i.created_at) or not (c.sequence <=> i.version)
        """);
    BROKEN.put(
        "every change of status is on the thread as the history has it",
        """
        {work}.intervention_change h
        join {work}.status f on f.code = h.old_value join {work}.status t on t.code = h.new_value
        left join {talk}.status_change c on c.intervention_id = h.intervention_id and c.sequence = h.version
        left join {talk}.thread_entry e on e.id = c.id
        where h.field = 'status' and h.version > 1 and (not (c.from_code <=> f.code) or not (c.to_code <=> t.code)
          or not (c.from_label <=> f.label_fr) or not (c.to_label <=> t.label_fr)
          or not (c.reason <=> h.reason) or not (c.changed_by <=> h.actor_id)
          or not (c.changed_at <=> h.changed_at) or not (e.occurred_at <=> h.changed_at)
          or not (e.kind <=> 'STATUS_CHANGE') or c.to_client_label like '%{%'
          or (t.code = 'ON_HOLD' and c.to_client_label <> concat('En attente : ', h.reason)))
        """);
    BROKEN.put(
        "every comment is on the thread, by somebody who may see the intervention",
        """
        {talk}.comment m join {talk}.intervention i on i.id = m.intervention_id
        left join {talk}.person p on p.id = m.author_id
        left join {talk}.thread_entry e on e.id = m.id and e.intervention_id = m.intervention_id
          and e.occurred_at = m.created_at and e.visibility = m.visibility and e.author_id = m.author_id
        where e.id is null or p.role <> m.author_role
          or case m.author_role when 'CLIENT' then p.client_id <> i.client_id
            when 'TECHNICIAN' then not (m.author_id <=> i.technician_id) else m.author_id <> i.owner_id end
        """);
    BROKEN.put(
        "nothing else is on the thread",
        """
        {talk}.thread_entry e left join {talk}.comment m on m.id = e.id left join {talk}.status_change c on c.id = e.id
        where m.id is null and c.id is null
        """);
  }

  static {
    goesOn("{talk}", "comment-service.interventions", "select id, version from {work}.intervention");
    goesOn("{talk}", "comment-service.people", "select id, version from {user}.person");
    goesOn("{auth}", "auth-service.users", "select id, version from {user}.person");
    goesOn(
        "{work}",
        "intervention-service.people",
        """
        select id, version from {user}.person union all select id, version from {user}.client
        union all select id, version from {user}.site
        """);
    goesOn(
        "{user}",
        "user-service.audit",
        """
        select id, version from {user}.person union all select id, version from {user}.client
        union all select id, version from {user}.site union all select id, version from {work}.intervention
        union all select id, version from {talk}.comment
        """);
  }

  /** The next change of each is the one that the subscription waits for. */
  private static void goesOn(String schema, String queue, String known) {
    BROKEN.put(
        queue + " goes on from the version that there is",
        """
        (%s) k left join %s.followed_aggregate f on f.queue = '%s' and f.aggregate_id = k.id
        where not (f.sequence <=> k.version)
        """
            .formatted(known, schema, queue));
  }

  private Promises() {}

  static void areKept(FourSchemas database) {
    BROKEN.forEach((promise, broken) -> assertThat(database.count(broken)).as(promise).isZero());
  }
}
