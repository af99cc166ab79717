package com.accordenergie.gateway.suite;

import com.accordenergie.platform.test.Project;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One of the example clients of the documentation, run as a partner would run it. */
final class PartnerProgram {

  private static final Path FOLDER = Project.root().resolve("gateway/target/partner-clients");

  private static final class Holder {
    private static final Path LAID_OUT = layOut();
  }

  /** How each is begun, from the folder they all lie in. */
  enum Language {
    JAVA(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        "java/lib" + File.separator + "*",
        "java/PartnerClient.java"),
    NODE("node", "node/partner-client.js"),
    PYTHON("python3", "python/partner_client.py");

    private final List<String> command;

    Language(String... command) {
      this.command = List.of(command);
    }
  }

  private final Language language;
  private final Credentials credentials;
  private final Path place;
  private final Path output;
  private final Path errors;
  private Process process;

  /**
   * @param id the OAuth 2.0 client id
   */
  record Credentials(String id, String secret) {}

  PartnerProgram(Language language, URI url, Credentials credentials) {
    this.language = language;
    this.credentials = credentials;
    String name = language.name().toLowerCase() + "-" + credentials.id();
    this.place = Holder.LAID_OUT.resolve(name + ".json");
    this.output = Holder.LAID_OUT.resolve(name + ".out");
    this.errors = Holder.LAID_OUT.resolve(name + ".err");
    this.process = begin(url);
  }

  /** Goes on where it stopped. */
  void beginAgain(URI url) {
    process = begin(url);
  }

  private Process begin(URI url) {
    var builder =
        new ProcessBuilder(language.command)
            .directory(Holder.LAID_OUT.toFile())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("ACCORD_"));
    builder.environment().put("ACCORD_URL", url.toString());
    builder.environment().put("ACCORD_CLIENT_ID", credentials.id());
    builder.environment().put("ACCORD_CLIENT_SECRET", credentials.secret());
    builder.environment().put("ACCORD_PLACE", place.toString());
    builder.environment().put("PYTHONPATH", "python/lib");
    try {
      Process begun = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(begun::destroyForcibly));
      return begun;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void killNine() {
    process.destroyForcibly();
    process.onExit().join();
  }

  String clientId() {
    return credentials.id();
  }

  /** Every event that it printed, since the first time it was begun. */
  List<Line> printed() {
    return lines(output).stream().filter(Line::isWhole).map(Line::of).toList();
  }

  /** How often it has begun to read. */
  long beginnings() {
    return lines(errors).stream().filter(line -> line.startsWith("reading accord.partner.")).count();
  }

  /** For a test that fails. */
  String diary() {
    return language + " said:\n" + String.join("\n", lines(errors));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  record Line(long offset, String type, String subject, String id) {

    /** The last one may still be being written. */
    static boolean isWhole(String line) {
      return line.matches("\\d+ \\S+ \\S+ \\d+ [0-9a-f-]{36}");
    }

    static Line of(String line) {
      String[] parts = line.split(" ");
      return new Line(Long.parseLong(parts[0]), parts[1], parts[2], parts[4]);
    }
  }

  private static Path layOut() {
    try {
      Files.createDirectories(FOLDER);
      Path log = FOLDER.resolve("laid-out.log");
      Process process =
          new ProcessBuilder(
                  Project.root().resolve(".infrastructure/partner-clients").toString(),
                  FOLDER.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException("The clients lack something:\n" + Files.readString(log));
      }
      return FOLDER;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
