package com.accordenergie.gateway.suite;

import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.test.BrokerKeys;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.Project;
import com.accordenergie.platform.test.Servers;
import com.accordenergie.platform.vault.Vault;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import tools.jackson.databind.JsonNode;

/**
 * The whole suite, once for all tests: six processes, schemas and virtual hosts of its own on the
 * build's MySQL and RabbitMQ, and a company that has just been founded. It ends with the JVM.
 */
final class Suite {

  static final String ADMIN_PASSWORD = "une longue phrase de passe";

  /** How long a partner's token lives here: shorter than with us, so that tests see it end. */
  static final Duration PARTNERS_TOKEN = Duration.ofSeconds(20);

  private static final String KEY_SECRET = "a secret for the tests only";
  private static final String DEMO_PASSWORD = "demo-accord-2026";
  private static final int DEMO_INTERVENTIONS = 300;

  private static final Duration START = Duration.ofMinutes(4);
  private static final List<String> SERVICES =
      List.of("auth-service", "user-service", "intervention-service", "comment-service", "gateway");

  private static volatile Object running = "not started";

  private final Servers servers = Servers.running();
  private final String name = "suite_" + UUID.randomUUID().toString().substring(0, 8);
  private final Watchdog watchdog = new Watchdog(Project.root().resolve("gateway/target/suite"));
  private final Map<String, String> environment = new HashMap<>();
  private final List<ServiceProcess> processes = new CopyOnWriteArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final URI issuer;
  private final CachingConnectionFactory broker;
  private final CapturedEvents events;
  private final @Nullable Company company;

  /** A start that has failed once is not tried again for each test. */
  static synchronized Suite running() {
    if (running instanceof String) {
      try {
        running = new Suite(false);
      } catch (RuntimeException | Error failed) {
        running = failed;
      }
    }
    if (running instanceof Throwable failed) {
      throw new IllegalStateException("The suite did not start", failed);
    }
    return (Suite) running;
  }

  /** One with the demo's people and work instead of a company just founded; ends with the JVM too. */
  static Suite withDemo() {
    var suite = new Suite(true);
    var admin = new Colleague(suite.issuer, UUID.randomUUID(), "admin", DEMO_PASSWORD);
    await("the demo's work is there")
        .atMost(START)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(() -> interventionsFor(admin) >= DEMO_INTERVENTIONS);
    return suite;
  }

  /** Counted, as no reference tells: each bears the year of its call, and the demo's are of half a year. */
  private static int interventionsFor(Colleague admin) {
    int count = 0;
    String after = "";
    do {
      JsonNode page = admin.get("/api/v1/interventions?limit=100" + after).expect(200).json();
      count += page.required("items").size();
      after = page.path("nextCursor").asStringOpt().map(next -> "&cursor=" + next).orElse("");
    } while (!after.isEmpty());
    return count;
  }

  private Suite(boolean withDemo) {
    servers.createVirtualHost(name);
    int gateway = ServiceProcess.freePort();
    int discovery = ServiceProcess.freePort();
    issuer = URI.create("http://localhost:" + gateway);
    environment.putAll(servers.environment());
    environment.put("ACCORD_RABBIT_VHOST", name);
    environment.put("ACCORD_ISSUER", issuer.toString());
    environment.put("ACCORD_GATEWAY_PORT", String.valueOf(gateway));
    environment.put("ACCORD_DISCOVERY_PORT", String.valueOf(discovery));
    environment.put("ACCORD_EUREKA_URL", "http://localhost:" + discovery + "/eureka/");
    environment.put("ACCORD_KEY_SECRET", KEY_SECRET);
    environment.put("ACCORD_WEB_CLIENT_SECRET", "another secret for the tests");
    environment.put("ACCORD_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
    environment.put("ACCORD_POOL_SIZE", "8");
    environment.put("ACCORD_PARTNERS_ACCESSTOKEN", PARTNERS_TOKEN.toString());
    environment.put("ACCORD_DEMO", String.valueOf(withDemo));
    if (servers.isMariaDb()) {
      environment.put("SPRING_PROFILES_ACTIVE", "mariadb");
    }
    broker = connections();
    events = new CapturedEvents(broker);
    launch("discovery", discovery);
    SERVICES.forEach(
        service ->
            launch(service, service.equals("gateway") ? gateway : ServiceProcess.freePort()));
    await("all services ready")
        .atMost(START)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> processes.stream().allMatch(ServiceProcess::isReady));
    BrokerKeys.publish(issuer.resolve("/oauth2/jwks"));
    company = withDemo ? null : new Company(this);
  }

  private CachingConnectionFactory connections() {
    var connections = new CachingConnectionFactory(servers.value("ACCORD_RABBIT_HOST"));
    connections.setPort(Integer.parseInt(servers.value("ACCORD_RABBIT_PORT")));
    connections.setUsername(servers.value("ACCORD_RABBIT_USER"));
    connections.setPassword(servers.value("ACCORD_RABBIT_PASSWORD"));
    connections.setVirtualHost(name);
    return connections;
  }

  private ServiceProcess launch(String service, int port) {
    List<String> options = new ArrayList<>();
    if (service.endsWith("-service")) {
      options.add("--accord.schema=" + name + "_" + service.replace("-service", ""));
    } else if (service.equals("gateway")) {
      options.add("--server.port=" + port); // a second one cannot have the public port
    }
    var process =
        ServiceProcess.start(service, numbers.incrementAndGet(), port, environment, options);
    watchdog.guard(process);
    processes.add(process);
    return process;
  }

  /** One more instance: the same jar, the same environment, nothing said about its being a second. */
  ServiceProcess startAnother(String service) {
    ServiceProcess process = launch(service, ServiceProcess.freePort());
    await(service + " ready")
        .atMost(START)
        .pollInterval(Duration.ofMillis(500))
        .until(process::isReady);
    return process;
  }

  ServiceProcess instanceOf(String service) {
    return processes.stream()
        .filter(process -> process.service().equals(service) && process.isAlive())
        .findFirst()
        .orElseThrow();
  }

  URI issuer() {
    return issuer;
  }

  /** The virtual host where partners read. */
  String partnersHost() {
    return name + "-partners";
  }

  Servers servers() {
    return servers;
  }

  /** What auth-service signs with: so a test can make a token that is wrong in one thing only. */
  RSAKey signingKey() {
    String newest =
        "select kid, public_jwk, private_key from %s_auth.signing_key order by generation desc"
            .formatted(name);
    try (var connection =
            DriverManager.getConnection(
                servers.jdbcUrl(),
                servers.value("ACCORD_MYSQL_USER"),
                servers.value("ACCORD_MYSQL_PASSWORD"));
        var keys = connection.createStatement().executeQuery(newest)) {
      keys.next();
      byte[] encoded =
          new Vault(KEY_SECRET, "signing keys at rest")
              .open(keys.getBytes("private_key"), keys.getString("kid"))
              .orElseThrow();
      var privateKey =
          (RSAPrivateKey)
              KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return new RSAKey.Builder(RSAKey.parse(keys.getString("public_jwk")))
          .privateKey(privateKey)
          .build();
    } catch (SQLException | GeneralSecurityException | ParseException unreadable) {
      throw new IllegalStateException("the signing key cannot be read", unreadable);
    }
  }

  Company company() {
    return Objects.requireNonNull(company, "the demo has people of its own");
  }

  /** Everything that passes the exchange, from a queue bound to {@code #}. */
  CapturedEvents events() {
    return events;
  }

  CachingConnectionFactory broker() {
    return broker;
  }
}
