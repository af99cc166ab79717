package com.accordenergie.intervention.listing;

import com.accordenergie.intervention.work.InterventionStored;
import com.accordenergie.platform.id.Ids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the words by which an intervention is found, and for whom, in the transaction of the change
 * itself: a search never knows less than a list.
 */
@Component
public class SearchIndex {

  private record Indexed(
      Set<String> words, byte[] owner, byte @Nullable [] technician, byte[] client) {

    boolean isFor(Indexed other) {
      return Arrays.equals(owner, other.owner)
          && Arrays.equals(technician, other.technician)
          && Arrays.equals(client, other.client);
    }
  }

  private record Entry(
      String word, byte[] owner, byte @Nullable [] technician, byte[] client) {}

  private final JdbcClient jdbc;

  SearchIndex(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(InterventionStored stored) {
    reindex(stored.id());
  }

  /** Brings the words of an intervention in line with what is stored; nothing to do, nothing done. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void reindex(UUID interventionId) {
    byte[] id = Ids.bytes(interventionId);
    Indexed wanted = wanted(id);
    List<Entry> entries = entries(id);
    Set<String> before = new HashSet<>();
    entries.forEach(entry -> before.add(entry.word()));

    remove(id, missing(before, wanted.words()));
    if (entries.stream().map(SearchIndex::indexed).anyMatch(entry -> !entry.isFor(wanted))) {
      readdress(id, wanted);
    }
    add(id, missing(wanted.words(), before), wanted);
  }

  /** Locked, so that the words are those of one state, whoever else is at it. */
  private Indexed wanted(byte[] id) {
    return jdbc.sql(
            """
            select i.reference, i.title, i.description, i.owner_id, i.technician_id, i.client_id,
              (select c.name from client c where c.id = i.client_id) as client_name
            from intervention i where i.id = ? for update
            """)
        .param(id)
        .query(
            (row, number) ->
                new Indexed(
                    Words.toStore(
                        row.getString("reference"),
                        row.getString("title"),
                        row.getString("description"),
                        Objects.requireNonNullElse(row.getString("client_name"), "")),
                    row.getBytes("owner_id"),
                    row.getBytes("technician_id"),
                    row.getBytes("client_id")))
        .single();
  }

  private List<Entry> entries(byte[] id) {
    return jdbc.sql(
            "select word, owner_id, technician_id, client_id from search_word where intervention_id = ?")
        .param(id)
        .query(
            (row, number) ->
                new Entry(
                    row.getString("word"),
                    row.getBytes("owner_id"),
                    row.getBytes("technician_id"),
                    row.getBytes("client_id")))
        .list();
  }

  private static Indexed indexed(Entry entry) {
    return new Indexed(Set.of(), entry.owner(), entry.technician(), entry.client());
  }

  private void remove(byte[] id, List<String> words) {
    if (words.isEmpty()) {
      return;
    }
    List<Object> values = new ArrayList<>(List.of(id));
    values.addAll(words);
    jdbc.sql(
            "delete from search_word where intervention_id = ? and word in ("
                + String.join(", ", Collections.nCopies(words.size(), "?"))
                + ")")
        .params(values)
        .update();
  }

  private void readdress(byte[] id, Indexed wanted) {
    jdbc.sql(
            """
            update search_word set owner_id = ?, technician_id = ?, client_id = ?
            where intervention_id = ?
            """)
        .params(wanted.owner(), wanted.technician(), wanted.client(), id)
        .update();
  }

  private void add(byte[] id, List<String> words, Indexed wanted) {
    if (words.isEmpty()) {
      return;
    }
    List<Object> values = new ArrayList<>();
    for (String word : words) {
      Collections.addAll(values, id, word, wanted.owner(), wanted.technician(), wanted.client());
    }
    jdbc.sql(
            "insert into search_word (intervention_id, word, owner_id, technician_id, client_id) values "
                + String.join(", ", Collections.nCopies(words.size(), "(?, ?, ?, ?, ?)")))
        .params(values)
        .update();
  }

  private static List<String> missing(Set<String> words, Set<String> from) {
    return words.stream().filter(word -> !from.contains(word)).sorted().toList();
  }
}
