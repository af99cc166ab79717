package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The web client in a real browser, against the whole suite with its demo data: the tests are those of
 * {@code gateway/web/e2e}, and {@code mvnw verify -Pe2e} runs them. What they say goes to {@code
 * gateway/target/e2e.log}; pictures and traces of what failed go beside it.
 */
class WebClientE2E {

  private static final Path WEB = Project.root().resolve("gateway/web");
  private static final Path TARGET = Project.root().resolve("gateway/target");
  private static final Path LOG = TARGET.resolve("e2e.log");
  private static final Duration AT_MOST = Duration.ofMinutes(40);

  @Test
  void everyRoleDoesItsWorkInABrowser() throws IOException, InterruptedException {
    Suite suite = Suite.withDemo();

    assertThat(run(suite)).as("the browser's tests, see " + LOG).isZero();
  }

  private static int run(Suite suite) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("npm", "run", "--silent", "e2e").directory(WEB.toFile());
    builder.redirectErrorStream(true).redirectOutput(LOG.toFile());
    builder.environment().put("ACCORD_URL", suite.issuer().toString());
    builder.environment().put("ACCORD_E2E_OUTPUT", TARGET.resolve("e2e").toString());
    Process process = builder.start();
    try {
      if (!process.waitFor(AT_MOST.toMinutes(), TimeUnit.MINUTES)) {
        throw new IllegalStateException("The browser's tests took too long, see " + LOG);
      }
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      System.out.println(Files.readString(LOG));
    }
  }
}
