import java.util.ArrayList;
import java.util.List;

/** One line for each figure, said as soon as it is known. */
final class Report {

  private final List<String> lines = new ArrayList<>();
  private int broken;

  void say(String line) {
    lines.add(line);
    System.out.println(line);
  }

  void figure(String what, boolean holds, String numbers, Object... arguments) {
    if (!holds) {
      broken++;
    }
    say("  %-6s  %-44s %s".formatted(holds ? "ok" : "BROKEN", what, numbers.formatted(arguments)));
  }

  /** What must not be: each of them is one too many, and some of them are shown. */
  void none(String what, List<String> found, String of) {
    figure(what, found.isEmpty(), "%d%s%s", found.size(), of,
        found.isEmpty() ? "" : ": " + String.join("; ", found.subList(0, Math.min(3, found.size()))));
  }

  boolean holds() {
    return broken == 0;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
