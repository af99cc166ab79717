package com.accordenergie.intervention.volume;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

/** {@code java -cp intervention-service.jar ...VolumeGenerator --interventions N}. */
public final class VolumeGenerator {

  private static final long MOST = 5_000_000;

  private VolumeGenerator() {}

  public static void main(String[] arguments) {
    if (arguments.length != 2
        || !arguments[0].equals("--interventions")
        || !arguments[1].matches("\\d{1,7}")
        || Long.parseLong(arguments[1]) > MOST) {
      System.err.println("Usage: --interventions N, N at most " + MOST);
      System.exit(2);
    }
    String host = environment("ACCORD_MYSQL_HOST", "localhost");
    if (!isThisMachine(host)) {
      System.err.println("Volume is for a demo on this machine; the database is on " + host + ".");
      System.exit(1);
    }
    var server =
        new Volume.Server(
            "jdbc:mysql://%s:%s/".formatted(host, environment("ACCORD_MYSQL_PORT", "3306")),
            environment("ACCORD_MYSQL_USER", "accord"),
            environment("ACCORD_MYSQL_PASSWORD", "accord"));
    try {
      var volume =
          new Volume(
              server,
              Schemas.STANDARD,
              Volume.Pace.STANDARD,
              Instant.now(),
              step -> System.out.println("  " + step));
      Volume.Result result = volume.bringTo(Long.parseLong(arguments[1]));
      System.out.printf(
          "%,d interventions were there, %,d were added in %,d s (%,d a second), indexes in %,d s.%n",
          result.before(),
          result.added(),
          result.loading().toSeconds(),
          result.added() * 1000 / Math.max(1, result.loading().toMillis()),
          result.indexing().toSeconds());
    } catch (SQLException | IllegalStateException failed) {
      System.err.println("The volume was not loaded: " + failed.getMessage());
      System.exit(1);
    }
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  private static String environment(String name, String otherwise) {
    return Objects.requireNonNullElse(System.getenv(name), otherwise);
  }
}
