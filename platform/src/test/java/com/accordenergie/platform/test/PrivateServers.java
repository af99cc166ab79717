package com.accordenergie.platform.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The pair as {@code .infrastructure/servers} gives it; ends with the build that started it. */
final class PrivateServers {

  private static final int MINUTES = 10;

  private PrivateServers() {}

  static Servers start() {
    Path state = stateDirectory();
    servers(
        "up", "--state", state.toString(), "--ports", "auto", "--fast", "--watch", build() + "");
    try {
      Map<String, String> environment = environment(state);
      return new Servers(environment, brokerSwitch(environment));
    } catch (IOException unreadable) {
      throw new IllegalStateException("servers.env cannot be read", unreadable);
    }
  }

  /** Of the private broker, where that is the one which the environment names. */
  static @Nullable BrokerSwitch brokerSwitch(Map<String, String> environment) {
    String named = System.getenv("ACCORD_SERVERS_STATE");
    Path state = named == null ? stateDirectory() : Path.of(named);
    try {
      String port = environment(state).get("ACCORD_RABBIT_PORT");
      return port != null && port.equals(environment.get("ACCORD_RABBIT_PORT"))
          ? new PrivateBroker(state)
          : null;
    } catch (IOException none) {
      return null;
    }
  }

  private record PrivateBroker(Path state) implements BrokerSwitch {

    @Override
    public void kill() {
      servers("kill", "rabbitmq", "--state", state.toString());
    }

    @Override
    public void start() {
      servers("start", "rabbitmq", "--state", state.toString());
    }
  }

  private static Map<String, String> environment(Path state) throws IOException {
    Map<String, String> environment = new TreeMap<>();
    for (String line : Files.readAllLines(state.resolve("servers.env"))) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        environment.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return environment;
  }

  private static Path stateDirectory() {
    return Project.root().resolve(".accord/test-servers");
  }

  /** Runs {@code .infrastructure/servers} with these arguments; fails when it fails. */
  private static void servers(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = Project.root().resolve(".infrastructure/servers").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Path output = Files.createTempFile("servers", ".log");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException(
            String.join(" ", command) + " failed:\n" + Files.readString(output));
      }
      Files.delete(output);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** The outermost Java process above this one: Maven, as a rule. */
  private static long build() {
    ProcessHandle build = ProcessHandle.current();
    for (var parent = build.parent(); parent.isPresent(); parent = parent.get().parent()) {
      if (parent.get().info().command().orElse("").endsWith("/java")) {
        build = parent.get();
      }
    }
    return build.pid();
  }
}
