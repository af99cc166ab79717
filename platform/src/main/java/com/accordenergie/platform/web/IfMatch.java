package com.accordenergie.platform.web;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Problems;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The version(s) that a change builds on: the {@code If-Match} header (RFC 9110, section 13.1.1).
 * Comparison is strong, so a weak tag never matches. A controller method that takes one answers 428
 * without the header and 400 when it cannot be read.
 */
public final class IfMatch {

  private static final Pattern TAGS =
      Pattern.compile("\\s*(W/)?\"[\\x21\\x23-\\x7E]*\"\\s*(,\\s*(W/)?\"[\\x21\\x23-\\x7E]*\"\\s*)*");
  private static final Pattern STRONG = Pattern.compile("(?<!W/)\"([\\x21\\x23-\\x7E]*)\"");

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
    if (!TAGS.matcher(header).matches()) {
      throw Problems.malformed("If-Match", "It takes an entity tag such as \"3\".");
    }
    return new IfMatch(
        false,
        STRONG.matcher(header).results().map(tag -> tag.group(1)).collect(Collectors.toSet()));
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
