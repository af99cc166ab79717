package com.accordenergie.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.auth.account.Accounts;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.test.FreshServers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** An empty installation, without a demonstration, into which nobody can log in yet. */
@ExtendWith(OutputCaptureExtension.class)
class FirstAdminTest {

  private static final Pattern LINK = Pattern.compile("http://localhost:8080(/activate\\?token=\\S+)");
  private static final String PASSWORD = "cheval agrafe pile correcte";

  @Test
  void theFirstAdminIsLetInByTheLog(CapturedOutput log) {
    try (ConfigurableApplicationContext service = start()) {
      var admin =
          new People.Somebody(UUID.randomUUID(), "admin", "Admin", Role.ADMIN, null, true);
      service.getBean(People.class).tell("user.created", admin, 1);
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .dontCatchUncaughtExceptions()
          .until(() -> LINK.matcher(log).find());
      Matcher link = LINK.matcher(log);
      assertThat(link.find()).isTrue();

      Browser browser = new Browser(urlOf(service));
      HttpResponse<String> page = browser.get(link.group(1));
      browser.submit(page, "/activate", Map.of("password", PASSWORD, "repeated", PASSWORD));
      assertThat(Browser.locationOf(browser.logIn("admin", PASSWORD))).isEqualTo("/login");

      var next =
          new People.Somebody(UUID.randomUUID(), "admin2", "Admin 2", Role.ADMIN, null, true);
      service.getBean(People.class).tell("user.created", next, 1);
      service.getBean(People.class).await(next.id(), account -> true);
      assertThat(service.getBean(Accounts.class).findById(next.id()).orElseThrow().hasPassword())
          .isFalse();
      assertThat(LINK.matcher(log).results()).as("only the first is let in").hasSize(1);
    }
  }

  private static ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(AuthServiceApplication.class)
        .initializers(new FreshServers())
        .run(
            "--eureka.client.enabled=false",
            "--accord.demo=false",
            "--server.port=0",
            "--spring.main.banner-mode=off");
  }

  private static String urlOf(ConfigurableApplicationContext instance) {
    return "http://localhost:"
        + ((ServletWebServerApplicationContext) instance).getWebServer().getPort();
  }
}
