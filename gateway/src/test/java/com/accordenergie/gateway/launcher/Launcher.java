package com.accordenergie.gateway.launcher;

import com.accordenergie.platform.test.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** ./accord in a checkout of its own, in which nothing has been built and nothing runs. */
final class Launcher {

  /** What a shell script finds on any machine; what is looked for beyond these is lent one by one. */
  private static final List<String> COMMON_TOOLS =
      List.of(
          "bash", "dirname", "cat", "sed", "awk", "df", "tr", "cksum", "cut", "uname", "mkdir", "rm", "mv",
          "ls", "date", "od", "grep", "head", "tail", "sort", "wc", "getconf", "find", "sleep", "touch", "env");

  private final Path checkout;
  private final Map<String, String> environment = new HashMap<>();

  Launcher(Path folder) {
    checkout = folder.resolve("checkout");
    copy(Project.root().resolve("accord"), checkout.resolve("accord"));
    Path scripts = Project.root().resolve(".infrastructure");
    try (Stream<Path> files = Files.walk(scripts)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> copy(file, checkout.resolve(Project.root().relativize(file))));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    environment.put("JAVA_HOME", System.getProperty("java.home"));
  }

  Launcher with(String name, Object value) {
    environment.put(name, value.toString());
    return this;
  }

  /** A machine on which of all tools beyond the common ones there are only these. */
  Launcher onAMachineWith(String... tools) {
    Path folder = checkout.resolve("only-these");
    Stream.concat(COMMON_TOOLS.stream(), Stream.of(tools))
        .map(Launcher::installed)
        .flatMap(Optional::stream)
        .forEach(
            tool -> program(folder.resolve(tool.getFileName()), "exec " + tool + " \"$@\""));
    return with("PATH", folder);
  }

  /** As it will be when the JDK of today is too old. */
  Launcher thatAsksForJdk(int version) {
    Path script = checkout.resolve(".infrastructure/lib/java.sh");
    return write(script, read(script).replaceFirst("(?m)^JDK_VERSION=.*$", "JDK_VERSION=" + version));
  }

  Launcher whoseBuildSays(String line) {
    return program(checkout.resolve("mvnw"), "echo '" + line + "'\nexit 1");
  }

  Launcher withALog(String service, String content) {
    return write(home().resolve("logs/" + service + ".log"), content);
  }

  /** Another call of ./accord in this checkout, which this very process pretends to be. */
  Launcher whileAnotherIsAtWork() {
    long self = ProcessHandle.current().pid();
    String stat = read(Path.of("/proc/" + self + "/stat"));
    String[] afterTheName = stat.substring(stat.lastIndexOf(") ") + 2).split(" ");
    return write(home().resolve("run/lock/owner"), self + " " + afterTheName[19] + "\n");
  }

  /** It was up before, with MySQL and RabbitMQ of somebody's own. */
  Launcher whoseDataAreOnGivenServers() {
    return write(home().resolve("backing"), "given\n");
  }

  Path home() {
    return checkout.resolve(".accord");
  }

  /** Whether it has started any process that it would have to stop. */
  boolean hasStartedSomething() {
    try (Stream<Path> files = Files.list(home().resolve("run"))) {
      return files.anyMatch(file -> file.getFileName().toString().endsWith(".pid"));
    } catch (IOException nothing) {
      return false;
    }
  }

  Said call(String... words) {
    List<String> command = new ArrayList<>(List.of("/bin/bash", checkout.resolve("accord").toString()));
    command.addAll(List.of(words));
    Path output = checkout.resolve("said");
    var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ACCORD_"));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("./accord did not come to an end:\n" + read(output));
      }
      return new Said(process.exitValue(), read(output));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  record Said(int exitCode, String text) {}

  private static Optional<Path> installed(String tool) {
    return Stream.of("/usr/bin/", "/bin/", "/usr/local/bin/")
        .map(folder -> Path.of(folder + tool))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private Launcher program(Path file, String script) {
    write(file, "#!/bin/sh\n" + script + "\n");
    file.toFile().setExecutable(true);
    return this;
  }

  private static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.copy(from, to);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Launcher write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return this;
  }
}
