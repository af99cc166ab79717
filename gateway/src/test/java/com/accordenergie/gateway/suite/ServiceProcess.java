package com.accordenergie.gateway.suite;

import com.accordenergie.platform.test.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One instance of a service: its packaged jar in a JVM of its own. */
final class ServiceProcess {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  private static final Path FOLDER = Project.root().resolve("gateway/target/suite");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final Map<String, Path> LAID_OUT = new ConcurrentHashMap<>();

  private final String service;
  private final int port;
  private final Path log;
  private final ProcessHandle process;

  ServiceProcess(String service, int port, Path log, ProcessHandle process) {
    this.service = service;
    this.port = port;
    this.log = log;
    this.process = process;
  }

  static ServiceProcess start(
      String service, int number, int port, Map<String, String> environment, List<String> options) {
    Path log = FOLDER.resolve(service + "-" + number + ".log");
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    // Quick to start rather than quick in the long run.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss512k"));
    command.addAll(List.of("-Xmx" + heapOf(service) + "m", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-jar", laidOut(service).toString()));
    command.addAll(options);
    var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ACCORD_"));
    builder.environment().putAll(environment);
    builder.environment().put("PORT", String.valueOf(port));
    try {
      Files.createDirectories(log.getParent());
      return new ServiceProcess(service, port, log, builder.start().toHandle());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The megabytes that ./accord gives: what does not fit there must not fit here either. */
  private static int heapOf(String service) {
    return switch (service) {
      case "discovery" -> 96;
      case "intervention-service" -> 224;
      default -> 160;
    };
  }

  /**
   * Laid out as ./accord lays it out, which starts in three quarters of the time; and a build next door
   * does not pull the jar away under a running JVM.
   */
  private static Path laidOut(String service) {
    return LAID_OUT.computeIfAbsent(
        service,
        name -> {
          Path folder = FOLDER.resolve(name);
          Path jar = jarOf(name);
          try {
            Files.createDirectories(FOLDER);
            Process extraction =
                new ProcessBuilder(
                        JAVA, "-Djarmode=tools", "-jar", jar.toString(),
                        "extract", "--force", "--destination", folder.toString())
                    .inheritIO()
                    .start();
            if (!extraction.waitFor(1, TimeUnit.MINUTES) || extraction.exitValue() != 0) {
              throw new IllegalStateException(jar + " cannot be laid out");
            }
            return folder.resolve(jar.getFileName());
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
          }
        });
  }

  private static Path jarOf(String service) {
    Path target = Project.root().resolve(service + "/target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches(service + "-[0-9].*[0-9TN]\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(service + " is not packaged"));
    } catch (IOException missing) {
      throw new IllegalStateException(service + " is not packaged", missing);
    }
  }

  /** Below those that the system gives to outgoing connections: nobody takes it before it is used. */
  static int freePort() {
    while (true) {
      try (var socket = new ServerSocket(ThreadLocalRandom.current().nextInt(20_000, 32_000))) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        // Another one.
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  String service() {
    return service;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ready to serve; fails when the process has ended. */
  boolean isReady() {
    if (!process.isAlive()) {
      throw new IllegalStateException(service + " ended while it started:\n" + endOfLog());
    }
    try {
      var request =
          HttpRequest.newBuilder(address().resolve("/actuator/health/readiness"))
              .timeout(Duration.ofSeconds(3))
              .build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException unreadable) {
      return "(" + log + " cannot be read)";
    }
  }

  /** As the power cut does: no good-bye to anybody. */
  void killNine() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
