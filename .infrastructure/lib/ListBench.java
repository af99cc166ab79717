import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures every list that the API offers, each filter with each sort for each role, through the
 * gateway of a running suite. Run by ../../accord bench lists.
 *
 * <pre>
 * measure GATEWAY RESULTS   writes p50 and p95 to a file; tokens in TOKEN_ADMIN, TOKEN_DISPATCHER...
 * compare BEFORE AFTER      the table in Markdown
 * </pre>
 */
final class ListBench {

  private static final List<String> ROLES = List.of("ADMIN", "DISPATCHER", "TECHNICIAN", "CLIENT");
  private static final List<String> SORTS =
      List.of("-createdAt", "createdAt", "plannedStart", "-plannedStart", "dueAt", "-dueAt");
  private static final int ROUNDS = 12;
  private static final int WARM_UP = 2;
  private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final String gateway;

  private ListBench(String gateway) {
    this.gateway = gateway;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    switch (arguments[0]) {
      case "measure" -> new ListBench(arguments[1]).measure(Path.of(arguments[2]));
      case "compare" -> compare(Path.of(arguments[1]), Path.of(arguments[2]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  // --- Measuring ------------------------------------------------------------------------------------

  private void measure(Path results) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (String role : ROLES) {
      String token = System.getenv("TOKEN_" + role);
      Map<String, String> filters = filters(role, get(token, "limit=100").body());
      for (var filter : filters.entrySet()) {
        for (String sort : SORTS) {
          boolean due = sort.endsWith("dueAt");
          if (filter.getKey().equals("overdue=true") && !due || role.equals("CLIENT") && due) {
            continue; // Not offered.
          }
          lines.add(line(role, filter.getKey(), sort, times(token, filter.getValue() + "&sort=" + sort)));
        }
      }
      System.out.printf("  %s: %d lists%n", role.toLowerCase(Locale.ROOT), filters.size() * SORTS.size());
    }
    Files.write(results, lines);
  }

  /** By the name under which they are told; the ids are those of what the reader sees first. */
  private static Map<String, String> filters(String role, String page) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.DAYS);
    Map<String, String> filters = new LinkedHashMap<>();
    filters.put("none", "");
    for (String filter : List.of("status=NEW", "status=CLOSED", "status=NEW,CLOSED", "category=PLANNED")) {
      filters.put(filter, filter);
    }
    boolean staff = !role.equals("CLIENT");
    for (String filter : List.of("urgency=CRITICAL", "urgency=LOW,HIGH")) {
      filters.put(filter, filter);
    }
    for (String filter : staff ? List.of("overdue=true", "overdue=false") : List.<String>of()) {
      filters.put(filter, filter);
    }
    for (String id : staff ? List.of("clientId", "siteId", "technicianId", "ownerId") : List.of("clientId", "siteId")) {
      first(page, id).ifPresent(value -> filters.put(id, id + "=" + value));
    }
    filters.put("from", "from=" + now.minus(Duration.ofDays(200)));
    filters.put("to", "to=" + now.minus(Duration.ofDays(200)));
    filters.put("from, to", "from=" + now.minus(Duration.ofDays(230)) + "&to=" + now.minus(Duration.ofDays(200)));
    for (String words : List.of("chaudière", "chaud", "chaudière fuit", "résidence", "zzz")) {
      filters.put("q=" + words, "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }
    filters.put("status, urgency", "status=CLOSED&urgency=CRITICAL");
    return filters;
  }

  /** A member that is an id itself, or has one. */
  private static Optional<String> first(String page, String name) {
    String member = name.replace("Id", "");
    return Pattern.compile("\"(?:%s\":|%s\":\\{\"id\":)\"([0-9a-f-]{36})\"".formatted(name, member))
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .findFirst();
  }

  /** Of the first pages of a list, one after the other. */
  private long[] times(String token, String query) throws IOException, InterruptedException {
    List<Long> times = new ArrayList<>();
    String cursor = "";
    for (int round = 0; round < ROUNDS; round++) {
      String page = "limit=50&" + query + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
      long began = System.nanoTime();
      HttpResponse<String> answer = get(token, page);
      long took = System.nanoTime() - began;
      if (answer.statusCode() != 200 && answer.statusCode() != 422) {
        throw new IllegalStateException(query + " answered " + answer.statusCode() + " " + answer.body());
      }
      if (round >= WARM_UP) {
        times.add(took / 1_000);
      }
      Matcher next = CURSOR.matcher(answer.body());
      cursor = next.find() ? next.group(1) : "";
    }
    return times.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private HttpResponse<String> get(String token, String query) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(gateway + "/api/v1/interventions?" + query))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(30))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String line(String role, String filter, String sort, long[] micros) {
    return String.join(
        "\t", role, filter, sort, String.valueOf(micros[micros.length / 2]),
        String.valueOf(micros[(int) Math.ceil(micros.length * 0.95) - 1]));
  }

  // --- Comparing ------------------------------------------------------------------------------------

  private record Time(long median, long slowest) {}

  private static void compare(Path before, Path after) throws IOException {
    Map<String, List<Time>> small = read(before);
    Map<String, List<Time>> large = read(after);
    System.out.println("| reader | filter | p50 ms | p95 ms | p50 ms, more | p95 ms, more | ratio of p50 |");
    System.out.println("|---|---|---|---|---|---|---|");
    small.forEach(
        (list, times) -> {
          if (large.containsKey(list)) {
            System.out.println("| " + list + " | " + row(times, large.get(list)) + " |");
          }
        });
    System.out.println(
        "| all | | " + row(all(small), all(large)) + " |");
  }

  /** The sorts of one list together: the middle one of the medians, the worst of the slow ones. */
  private static String row(List<Time> small, List<Time> large) {
    return "%.1f | %.1f | %.1f | %.1f | %.2f"
        .formatted(
            median(small), slowest(small), median(large), slowest(large), median(large) / median(small));
  }

  private static double median(List<Time> times) {
    long[] sorted = times.stream().mapToLong(Time::median).sorted().toArray();
    return sorted[sorted.length / 2] / 1000.0;
  }

  private static double slowest(List<Time> times) {
    return times.stream().mapToLong(Time::slowest).max().orElse(0) / 1000.0;
  }

  private static List<Time> all(Map<String, List<Time>> lists) {
    return lists.values().stream().flatMap(List::stream).toList();
  }

  private static Map<String, List<Time>> read(Path file) throws IOException {
    Map<String, List<Time>> lists = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("\t");
      lists
          .computeIfAbsent(parts[0].toLowerCase(Locale.ROOT) + " | " + parts[1], list -> new ArrayList<>())
          .add(new Time(Long.parseLong(parts[3]), Long.parseLong(parts[4])));
    }
    return lists;
  }
}
