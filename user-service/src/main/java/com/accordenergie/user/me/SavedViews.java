package com.accordenergie.user.me;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.user.person.PersonalData;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Everybody's saved views: one document each, replaced as a whole. */
@Component
public class SavedViews implements PersonalData {

  private static final TypeReference<List<SavedView>> VIEWS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  SavedViews(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * @param version 0 for whoever has never saved any
   */
  public record Versioned(List<SavedView> views, long version) {}

  public Versioned of(UUID person) {
    return jdbc.sql("select views, version from saved_views where person_id = ?")
        .param(Ids.bytes(person))
        .query(
            (row, number) ->
                new Versioned(json.readValue(row.getString("views"), VIEWS), row.getLong("version")))
        .optional()
        .orElse(new Versioned(List.of(), 0));
  }

  @Override
  @Transactional
  public void forget(UUID person) {
    jdbc.sql("delete from saved_views where person_id = ?").param(Ids.bytes(person)).update();
  }

  @Transactional
  public Versioned replace(UUID person, List<SavedView> views, IfMatch ifMatch) {
    jdbc.sql("insert ignore into saved_views (person_id, views, version) values (?, '[]', 0)")
        .param(Ids.bytes(person))
        .update();
    long version =
        jdbc.sql("select version from saved_views where person_id = ? for update")
            .param(Ids.bytes(person))
            .query(Long.class)
            .single();
    ifMatch.check(version);
    jdbc.sql("update saved_views set views = ?, version = ? where person_id = ?")
        .params(json.writeValueAsString(views), version + 1, Ids.bytes(person))
        .update();
    return new Versioned(views, version + 1);
  }
}
