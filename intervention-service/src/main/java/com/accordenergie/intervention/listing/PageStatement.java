package com.accordenergie.intervention.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statement that reads a page: first the keys of its rows out of the leading list, in order and
 * no more than asked for, then what belongs to each row by primary key.
 */
final class PageStatement {

  private static final String COLUMNS =
      """
      i.id, i.reference, i.title, i.client_id, i.site_id, i.owner_id, i.technician_id,
      i.planned_start, i.planned_end, i.due_at, i.created_at, i.updated_at, i.version, i.status_reason,
      i.status_by,
      s.code as status_code, s.label_fr as status_label_fr, s.label_en as status_label_en,
      s.client_label_fr, s.client_label_en, s.category, s.color as status_color,
      u.code as urgency_code, u.label_fr as urgency_label_fr, u.label_en as urgency_label_en,
      u.severity, u.color as urgency_color,
      c.name as client_name, e.name as site_name, e.city, o.display_name as owner_name,
      t.display_name as technician_name
      """;

  private static final String JOINS =
      """
      straight_join intervention i on i.id = p.id
      straight_join status s on s.id = i.status_id
      straight_join urgency u on u.id = i.urgency_id
      left join client c on c.id = i.client_id
      left join site e on e.id = i.site_id
      left join person o on o.id = i.owner_id
      left join person t on t.id = i.technician_id
      """;

  private final Reading reading;
  private final Lead lead;
  private final String inOrder;

  private PageStatement(Reading reading, Lead lead) {
    this.reading = reading;
    this.lead = lead;
    String direction = reading.order().direction();
    this.inOrder = " order by position " + direction + ", id " + direction;
  }

  /** @param milliseconds the time after which the database gives up */
  static Fragment of(Reading reading, Lead lead, int milliseconds) {
    return new PageStatement(reading, lead).rows(milliseconds);
  }

  private Fragment rows(int milliseconds) {
    String direction = reading.order().direction();
    return new Fragment()
        .add("select /*+ MAX_EXECUTION_TIME(" + milliseconds + ") */ " + COLUMNS + " from (")
        .add(keys())
        .add(") p " + JOINS)
        .add(" order by p.position " + direction + ", p.id " + direction);
  }

  private Fragment keys() {
    return switch (lead) {
      case Lead.ByIndex(ListIndex index) -> keysOf(index);
      case Lead.ByWord word -> keysOf(word);
      case Lead.ByWordOrLonger(String word, Dimension scope) ->
          new Fragment()
              .add("(")
              .add(keysOf(new Lead.ByWord(word, Lead.Match.WHOLE, scope)))
              .add(") union (")
              .add(keysOf(new Lead.ByWord(word, Lead.Match.LONGER, scope)))
              .add(")" + inOrder + " limit " + reading.rows());
    };
  }

  /** One branch for each status or urgency asked for, each of them in order by itself. */
  private Fragment keysOf(ListIndex index) {
    Dimension spread =
        index.dimensions().stream()
            .filter(dimension -> reading.narrowing().of(dimension).size() > 1)
            .findAny()
            .orElse(null);
    if (spread == null) {
      return branch(index, null, null);
    }
    Fragment union = new Fragment();
    List<Object> values = reading.narrowing().of(spread);
    for (int i = 0; i < values.size(); i++) {
      union.add(i == 0 ? "(" : " union all (").add(branch(index, spread, values.get(i))).add(")");
    }
    return union.add(inOrder + " limit " + reading.rows());
  }

  private Fragment branch(ListIndex index, @Nullable Dimension held, @Nullable Object value) {
    String position = "i." + index.key().column();
    var conditions = new Conditions(reading, position);
    String direction = reading.order().direction();
    return new Fragment()
        .add("select i.id, " + position + " as position")
        .add(" from intervention i force index (" + index.indexName() + ") where true")
        .add(conditions.narrowing(held, value))
        .add(conditions.stretch())
        .add(conditions.beyond())
        .add(conditions.words(lead))
        .add(" order by " + position + " " + direction + ", i.id " + direction)
        .add(" limit " + reading.rows());
  }

  private Fragment keysOf(Lead.ByWord word) {
    boolean byCreation = reading.order().key() == SortKey.CREATED_AT;
    String id = "w.intervention_id";
    String position = byCreation ? id : "i." + reading.order().key().column();
    var conditions = new Conditions(reading, position);
    return new Fragment()
        .add("select " + (word.match() == Lead.Match.WHOLE ? "" : "distinct "))
        .add(id + " as id, " + position + " as position")
        .add(" from search_word w force index (" + wordIndex(word.scope()) + ")")
        .add(" straight_join intervention i on i.id = " + id + " where ")
        .add(holding(word, reading.narrowing()))
        .add(conditions.narrowing(null, null))
        .add(conditions.stretch())
        .add(conditions.beyond())
        .add(conditions.words(lead))
        .add(byCreation ? " order by " + id + " " + reading.order().direction() : inOrder)
        .add(" limit " + reading.rows());
  }

  static Fragment holding(Lead.ByWord word, Narrowing narrowing) {
    Fragment sql = new Fragment();
    if (word.scope() != null) {
      sql.add("w." + word.scope().column() + " = ? and ", narrowing.only(word.scope()));
    }
    return switch (word.match()) {
      case WHOLE -> sql.add("w.word = ?", word.word());
      case BEGINNING -> sql.add("w.word like ?", word.word() + "%");
      case LONGER -> sql.add("w.word > ? and w.word like ?", word.word(), word.word() + "%");
    };
  }

  static String wordIndex(@Nullable Dimension scope) {
    return "search_word_of_" + (scope == null ? "all" : scope.indexPart());
  }
}
