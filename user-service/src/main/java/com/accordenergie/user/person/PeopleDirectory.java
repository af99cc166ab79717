package com.accordenergie.user.person;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.user.search.Filter;
import com.accordenergie.user.search.SearchTerms;
import com.accordenergie.user.search.WordSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists people by name, or by the word that was searched. */
@Service
@Transactional(readOnly = true)
public class PeopleDirectory {

  private final JdbcClient jdbc;
  private final WordSearch search;

  PeopleDirectory(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.search = new WordSearch(jdbc, PeopleIndex.WORDS);
  }

  public Page<PersonSnapshot> find(PersonFilter filter, PageRequest page) {
    String context = "people " + filter;
    if (filter.contradictsItself()) {
      Cursor.decode(context, page.cursor());
      return new Page<>(List.of(), null);
    }
    SearchTerms terms = filter.terms();
    if (terms != null) {
      return search(terms, filter, page, context);
    }
    return filter.skill() == null
        ? byName(filter, page, context)
        : bySkill(filter.skill(), filter, page, context);
  }

  private Page<PersonSnapshot> byName(PersonFilter filter, PageRequest page, String context) {
    Filter columns = columns(filter);
    return page(
        """
        select p.* from person p force index (%s)
        where %s p.display_name is not null
        """
            .formatted(columns.index("person", "name"), columns.conditions("p")),
        new HashMap<>(columns.parameters()),
        "p.display_name",
        "p.id",
        page,
        context);
  }

  /** Whoever has a skill is a technician. */
  private Page<PersonSnapshot> bySkill(
      String skill, PersonFilter filter, PageRequest page, String context) {
    Filter columns = new Filter().and("active", filter.active());
    Map<String, Object> parameters = new HashMap<>(columns.parameters());
    parameters.put("skill", Skills.key(skill));
    return page(
        """
        select p.* from person_skill k force index (%s) straight_join person p on p.id = k.person_id
        where %s k.skill = :skill
        """
            .formatted(columns.index("skill", "name"), columns.conditions("k")),
        parameters,
        "k.display_name",
        "k.person_id",
        page,
        context);
  }

  private Page<PersonSnapshot> page(
      String select,
      Map<String, Object> parameters,
      String name,
      String id,
      PageRequest page,
      String context) {
    StringBuilder sql = new StringBuilder(select);
    Cursor cursor = Cursor.decode(context, page.cursor());
    if (cursor != null) {
      sql.append(
          " and %1$s >= :afterName and (%1$s > :afterName or %2$s > :afterId)".formatted(name, id));
      parameters.put("afterName", cursor.text(0));
      parameters.put("afterId", Ids.bytes(cursor.uuid(1)));
    }
    sql.append(" order by %s, %s limit :rows".formatted(name, id));
    parameters.put("rows", page.limit() + 1);
    List<PersonSnapshot> rows =
        jdbc.sql(sql.toString()).params(parameters).query(PeopleDirectory::person).list();
    return Page.of(
        rows, page, last -> Cursor.encode(context, last.details().displayName(), last.id()));
  }

  private Page<PersonSnapshot> search(
      SearchTerms terms, PersonFilter filter, PageRequest page, String context) {
    Page<UUID> found = search.find(terms, columns(filter), skilled(filter.skill()), page, context);
    Map<UUID, PersonSnapshot> people = byId(found.items());
    List<PersonSnapshot> inOrder =
        found.items().stream().map(people::get).filter(Objects::nonNull).toList();
    return new Page<>(inOrder, found.nextCursor());
  }

  private Map<UUID, PersonSnapshot> byId(List<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc.sql("select * from person where id in (:ids)")
        .param("ids", ids.stream().map(Ids::bytes).toList())
        .query(PeopleDirectory::person)
        .list()
        .stream()
        .collect(Collectors.toMap(PersonSnapshot::id, Function.identity()));
  }

  private static WordSearch.Condition skilled(@Nullable String skill) {
    return skill == null
        ? WordSearch.Condition.NONE
        : new WordSearch.Condition(
            " and (select 1 from person_skill k where k.person_id = w.person_id and k.skill = :skill) = 1\n",
            Map.of("skill", Skills.key(skill)));
  }

  /** Whoever belongs to a client has the role of one: the role adds nothing then. */
  private static Filter columns(PersonFilter filter) {
    UUID client = filter.clientId();
    return new Filter()
        .and("role", client != null || filter.role() == null ? null : filter.role().name())
        .and("client_id", "client", client == null ? null : Ids.bytes(client))
        .and("active", filter.active());
  }

  private static PersonSnapshot person(ResultSet row, int number) throws SQLException {
    byte @Nullable [] client = row.getBytes("client_id");
    return new PersonSnapshot(
        Ids.uuid(row.getBytes("id")),
        new PersonDetails(
            row.getString("username"),
            row.getString("email"),
            row.getString("display_name"),
            Role.valueOf(row.getString("role")),
            client == null ? null : Ids.uuid(client),
            row.getString("phone"),
            Skills.parse(row.getString("skills"))),
        row.getBoolean("active"),
        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getObject("changed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getLong("version"));
  }
}
