package com.accordenergie.platform.web;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Problems;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version(s) that a change builds on: the {@code If-Match} header (RFC 9110, section 13.1.1).
 * Comparison is strong, so a weak tag never matches. A controller method that takes one answers 428
 * without the header and 400 when it cannot be read.
 */
public final class IfMatch {

  /** One after the other: a pattern for all of them would go as deep as there are tags. */
  private static final Pattern TAG =
      Pattern.compile("\\G\\s*+(W/)?\"([\\x21\\x23-\\x7E]*+)\"\\s*+(,|\\z)");

  private final boolean any;
  private final Set<String> tags;

  private IfMatch(boolean any, Set<String> tags) {
    this.any = any;
    this.tags = tags;
  }

  /** Matches exactly this version. */
  public static IfMatch version(long version) {
    return new IfMatch(false, Set.of(Long.toString(version)));
  }

  static IfMatch parse(String header) {
    if (header.strip().equals("*")) {
      return new IfMatch(true, Set.of());
    }
    Set<String> strong = new HashSet<>();
    Matcher tag = TAG.matcher(header);
    boolean isMore = true;
    while (isMore) {
      if (!tag.find()) {
        throw Problems.malformed("If-Match", "It takes an entity tag such as \"3\".");
      }
      if (tag.group(1) == null) {
        strong.add(tag.group(2));
      }
      isMore = tag.group(3).equals(",");
    }
    return new IfMatch(false, strong);
  }

  /** Answers 412 unless the current version is one of those named. */
  public void check(long currentVersion) {
    if (!any && !tags.contains(Long.toString(currentVersion))) {
      throw new ProblemException(
          ProblemType.PRECONDITION_FAILED, "Read it again, then try again.")
          .with("currentVersion", currentVersion);
    }
  }
}
