package com.accordenergie.intervention.listing;

import com.accordenergie.intervention.listing.Sounding.Depth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides which list leads. Where an index fits the filters exactly there is nothing to decide. For
 * everything else (several filters together, words) the candidates are sounded, each up to {@value
 * #SHORT} rows, and the shortest leads: then no more than that is gone through, whatever the data
 * are like. When all are long, the page is read along its order in the list whose last sounded row
 * lies furthest off: the sparsest one leads past the fewest rows that do not belong.
 */
@Component
class Leads {

  static final int SHORT = 1_000;

  private final JdbcClient jdbc;
  private final int shortness;

  @Autowired
  Leads(JdbcClient jdbc) {
    this(jdbc, SHORT);
  }

  /** With another idea of what is short. */
  Leads(JdbcClient jdbc, int shortness) {
    this.jdbc = jdbc;
    this.shortness = shortness;
  }

  Lead choose(Reading reading) {
    List<Lead> candidates = candidates(reading);
    if (candidates.size() == 1) {
      return candidates.getFirst();
    }
    List<Lead> sounded = new ArrayList<>(candidates);
    sounded.addAll(halves(reading));
    List<Depth> depths = new Sounding(reading, shortness).of(sounded, jdbc);
    int shortest =
        IntStream.range(0, candidates.size())
            .boxed()
            .min(Comparator.comparing(number -> depths.get(number).rows()))
            .orElseThrow();
    return depths.get(shortest).rows() < shortness
        ? candidates.get(shortest)
        : alongTheOrder(reading, candidates, depths);
  }

  static List<Lead> candidates(Reading reading) {
    SortKey key = reading.order().key();
    List<Lead> candidates = new ArrayList<>();
    ListIndexes.bestFor(leading(reading.narrowing()), key)
        .forEach(index -> candidates.add(new Lead.ByIndex(index)));
    SearchWords words = reading.criteria().words();
    if (words != null) {
      Dimension scope = wordScope(reading.narrowing());
      words.whole().forEach(word -> candidates.add(new Lead.ByWord(word, Lead.Match.WHOLE, scope)));
      candidates.add(new Lead.ByWord(words.unfinished(), Lead.Match.BEGINNING, scope));
    }
    return candidates;
  }

  /** A site says which client: the client leads no further. */
  private static Set<Dimension> leading(Narrowing narrowing) {
    Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
    dimensions.addAll(narrowing.dimensions());
    if (dimensions.contains(Dimension.SITE)) {
      dimensions.remove(Dimension.CLIENT);
    }
    return dimensions;
  }

  private static @Nullable Dimension wordScope(Narrowing narrowing) {
    for (var scope : List.of(Dimension.CLIENT, Dimension.TECHNICIAN, Dimension.OWNER)) {
      if (narrowing.has(scope)) {
        return scope;
      }
    }
    return null;
  }

  /** What {@link Lead.ByWordOrLonger} is made of, where it can lead: in the order of creation. */
  private static List<Lead> halves(Reading reading) {
    SearchWords words = reading.criteria().words();
    if (words == null || reading.order().key() != SortKey.CREATED_AT) {
      return List.of();
    }
    Dimension scope = wordScope(reading.narrowing());
    return List.of(
        new Lead.ByWord(words.unfinished(), Lead.Match.WHOLE, scope),
        new Lead.ByWord(words.unfinished(), Lead.Match.LONGER, scope));
  }

  private Lead alongTheOrder(Reading reading, List<Lead> candidates, List<Depth> depths) {
    Map<Lead, String> reaches = new LinkedHashMap<>();
    for (int number = 0; number < candidates.size(); number++) {
      if (depths.get(number).reach() != null) {
        reaches.put(candidates.get(number), depths.get(number).reach());
      }
    }
    if (depths.size() > candidates.size() && depths.getLast().rows() < shortness) {
      Depth whole = depths.get(candidates.size());
      var unfinished = (Lead.ByWord) halves(reading).getFirst();
      var both = new Lead.ByWordOrLonger(unfinished.word(), unfinished.scope());
      if (whole.reach() == null) {
        return both; // Both halves are short.
      }
      reaches.put(both, whole.reach());
    }
    Comparator<Map.Entry<Lead, String>> furthest = Map.Entry.comparingByValue();
    return reaches.entrySet().stream()
        .max(reading.order().descending() ? furthest.reversed() : furthest)
        .map(Map.Entry::getKey)
        .orElse(candidates.getFirst());
  }
}
