package com.accordenergie.user.partner.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.accordenergie.platform.test.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/partners-webhooks.md tells partners to verify with takes what is ours and nothing else. */
class DocumentedVerifiersTest {

  private static final byte[] SECRET = "a secret that is thirty-two long".getBytes(StandardCharsets.UTF_8);
  private static final byte[] FORMER = "one from before, thirty-two long".getBytes(StandardCharsets.UTF_8);
  private static final byte[] BODY = "{\"title\":\"Chaudière en panne\"}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private static String documented(String language) throws IOException {
    String page = Files.readString(Project.root().resolve("docs/partners-webhooks.md"));
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private void judges(List<String> command) throws Exception {
    Instant now = Instant.now();
    UUID event = UUID.randomUUID();
    Map<String, String> headers =
        Signature.headers(event, now, BODY, List.of(SECRET, FORMER));
    assertThat(verdict(command, SECRET, headers, BODY)).isEqualTo("true");
    assertThat(verdict(command, FORMER, headers, BODY)).isEqualTo("true");
    assertThat(verdict(command, "x".repeat(32).getBytes(StandardCharsets.UTF_8), headers, BODY))
        .isEqualTo("false");
    assertThat(verdict(command, SECRET, headers, "{}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("false");
    assertThat(
            verdict(
                command,
                SECRET,
                Signature.headers(event, now.minusSeconds(400), BODY, List.of(SECRET)),
                BODY))
        .as("too old")
        .isEqualTo("false");
  }

  private String verdict(
      List<String> command, byte[] secret, Map<String, String> headers, byte[] body)
      throws Exception {
    List<String> all = new ArrayList<>(command);
    all.add("whsec_" + Base64.getEncoder().encodeToString(secret));
    all.add(headers.get("webhook-id"));
    all.add(headers.get("webhook-timestamp"));
    all.add(headers.get("webhook-signature"));
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(all)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try (var input = process.getOutputStream()) {
      input.write(body);
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(said).strip();
  }

  private static boolean isThere(String program) {
    try {
      return new ProcessBuilder(program, "--version")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(20, TimeUnit.SECONDS);
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void inJava() throws Exception {
    Files.writeString(folder.resolve("WebhookVerifier.java"), documented("java"));
    Files.writeString(
        folder.resolve("Main.java"),
        """
        class Main {
          public static void main(String[] a) throws Exception {
            System.out.println(
                WebhookVerifier.isGenuine(a[0], a[1], a[2], a[3], System.in.readAllBytes()));
          }
        }
        """);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    judges(List.of(java, "Main.java"));
  }

  @Test
  void inNode() throws Exception {
    assumeTrue(isThere("node"));
    Files.writeString(
        folder.resolve("main.cjs"),
        documented("js")
            + """

            console.log(isGenuine(...process.argv.slice(2), require('node:fs').readFileSync(0)))
            """);
    judges(List.of("node", "main.cjs"));
  }

  @Test
  void inPython() throws Exception {
    assumeTrue(isThere("python3"));
    Files.writeString(
        folder.resolve("main.py"),
        documented("python")
            + """

            import sys
            print(str(is_genuine(*sys.argv[1:], sys.stdin.buffer.read())).lower())
            """);
    judges(List.of("python3", "main.py"));
  }
}
