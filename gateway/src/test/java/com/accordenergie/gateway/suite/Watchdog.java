package com.accordenergie.gateway.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Sees to it that no process outlives the tests, even when the tests are killed themselves: a
 * shutdown hook for the ordinary end, a small shell that waits for this JVM's end for any other.
 */
final class Watchdog {

  private final Path pids;

  Watchdog(Path folder) {
    try {
      Files.createDirectories(folder);
      pids = Files.createTempFile(folder, "processes", ".pids");
      new ProcessBuilder(
              "sh",
              "-c",
              "while kill -0 \"$0\" 2>/dev/null; do sleep 1; done; kill -9 $(cat \"$1\") 2>/dev/null;"
                  + " rm -f \"$1\"",
              String.valueOf(ProcessHandle.current().pid()),
              pids.toString())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void guard(ServiceProcess process) {
    Runtime.getRuntime().addShutdownHook(new Thread(process::killNine));
    try {
      Files.writeString(pids, process.pid() + "\n", StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
