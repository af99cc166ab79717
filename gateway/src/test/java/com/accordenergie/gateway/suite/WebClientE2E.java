package com.accordenergie.gateway.suite;

import com.accordenergie.platform.test.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The web client in a real browser, against the whole suite with its demo data: the tests are those of
 * {@code gateway/web/e2e}, and {@code mvnw verify -Pe2e} runs them; each is a test here too. What they
 * say goes to {@code gateway/target/e2e.log}; pictures of what failed go beside it.
 */
class WebClientE2E {

  private static final Path WEB = Project.root().resolve("gateway/web");
  private static final Path TARGET = Project.root().resolve("gateway/target");
  private static final Path LOG = TARGET.resolve("e2e.log");
  private static final Path REPORT = TARGET.resolve("e2e.json");
  private static final Duration AT_MOST = Duration.ofMinutes(40);

  @TestFactory
  Stream<DynamicTest> everyRoleDoesItsWorkInABrowser() throws IOException, InterruptedException {
    Files.deleteIfExists(REPORT);
    run(Suite.withDemo());
    return BrowserReport.read(REPORT).tests();
  }

  private static void run(Suite suite) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("npm", "run", "--silent", "e2e").directory(WEB.toFile());
    builder.redirectErrorStream(true).redirectOutput(LOG.toFile());
    builder.environment().put("ACCORD_URL", suite.issuer().toString());
    builder.environment().put("ACCORD_E2E_OUTPUT", TARGET.resolve("e2e").toString());
    builder.environment().put("ACCORD_E2E_REPORT", REPORT.toString());
    builder.environment().put("FORCE_COLOR", "0");
    Process process = builder.start();
    try {
      if (!process.waitFor(AT_MOST.toMinutes(), TimeUnit.MINUTES)) {
        throw new IllegalStateException("The browser's tests took too long, see " + LOG);
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      System.out.println(Files.readString(LOG));
    }
  }
}
