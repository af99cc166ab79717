package com.accordenergie.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.accordenergie.auth.PartnerCompanies.Company;
import com.accordenergie.auth.key.SigningKeys;
import com.accordenergie.auth.partner.CredentialKind;
import com.accordenergie.auth.partner.Credentials;
import com.accordenergie.auth.partner.IssuedCredential;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.BrokerKeys;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.Servers;
import com.accordenergie.platform.test.TestClock;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A partner at the broker: real tokens, checked with keys that the broker fetches from this service. */
@ServiceTest
class PartnerBrokerTest {

  private static final Caller ADMIN = Caller.admin(Ids.next());
  private static final int REFUSED = 403;
  private static final int NOT_FOUND = 404;
  private static final Map<String, Object> STREAM = Map.of("x-queue-type", "stream");

  @Autowired Api api;
  @Autowired PartnerCompanies companies;
  @Autowired Credentials credentials;
  @Autowired SigningKeys keys;
  @Autowired TestClock clock;
  @Autowired RabbitTemplate inside;

  @Value("${accord.partners.virtual-host}")
  String virtualHost;

  private final List<Connection> open = new ArrayList<>();
  private CachingConnectionFactory connections;
  private RabbitTemplate ourselves;
  private Company company;
  private IssuedCredential credential;
  private String stream;

  @BeforeEach
  void aPartnerWithAStream() {
    BrokerKeys.publish(URI.create(api.url() + "/oauth2/jwks"));
    Servers.running().createVirtualHost(virtualHost);
    connections = ofUserService();
    ourselves = new RabbitTemplate(connections);
    company = companies.arrive();
    credential = issue();
    stream = streamOf(company);
    declareStream(stream);
    publish(stream, "un", "deux", "trois");
  }

  @AfterEach
  void leave() {
    clock.reset();
    open.forEach(Connection::abort);
    connections.destroy();
  }

  /** What writes to partners' streams. */
  private CachingConnectionFactory ofUserService() {
    var factory =
        ((CachingConnectionFactory) inside.getConnectionFactory())
            .getRabbitConnectionFactory()
            .clone();
    factory.setVirtualHost(virtualHost);
    return new CachingConnectionFactory(factory);
  }

  @Test
  void itReadsItsStreamFromAnyPlace() throws IOException {
    Channel channel = connect().createChannel();
    Instant between = Instant.now().plusSeconds(2);
    await().until(() -> Instant.now().isAfter(between));
    publish(stream, "quatre");

    assertThat(read(channel, "first", 4)).containsExactly("un", "deux", "trois", "quatre");
    assertThat(read(channel, 2L, 2)).containsExactly("trois", "quatre");
    assertThat(read(channel, Date.from(between), 1)).last().isEqualTo("quatre");
  }

  /** Something a partner may try, with its own stream and another's. */
  interface Attempt {
    void on(Channel channel, String own, String foreign) throws IOException;
  }

  static Stream<Named<Attempt>> attempts() {
    return Stream.of(
        attempt("read another's stream", (at, own, foreign) -> consume(at, foreign)),
        attempt("read the log", (at, own, foreign) -> consume(at, "accord.events.log")),
        attempt("read our queue", (at, own, foreign) -> consume(at, "auth-service.users")),
        attempt("read a dead letter", (at, own, foreign) -> consume(at, "auth-service.users.parked")),
        attempt("get a dead letter", (at, own, foreign) -> at.basicGet("auth-service.users.parked", false)),
        attempt("declare its stream", (at, own, foreign) -> at.queueDeclare(own, true, false, false, STREAM)),
        attempt("declare its next stream", (at, own, foreign) -> at.queueDeclare(own + "2", true, false, false, STREAM)),
        attempt("declare a queue", (at, own, foreign) -> at.queueDeclare("mine", true, false, false, null)),
        attempt("declare a passing queue", (at, own, foreign) -> at.queueDeclare()),
        attempt("declare an exchange", (at, own, foreign) -> at.exchangeDeclare("mine", "topic")),
        attempt("delete its stream", (at, own, foreign) -> at.queueDelete(own)),
        attempt("delete another's stream", (at, own, foreign) -> at.queueDelete(foreign)),
        attempt("delete the exchange", (at, own, foreign) -> at.exchangeDelete("accord.events")),
        attempt("bind its stream", (at, own, foreign) -> at.queueBind(own, "accord.events", "#")),
        attempt("unbind the log", (at, own, foreign) -> at.queueUnbind("accord.events.log", "accord.events", "#")),
        attempt("bind exchanges", (at, own, foreign) -> at.exchangeBind("amq.topic", "accord.events", "#")),
        attempt("purge our queue", (at, own, foreign) -> at.queuePurge("auth-service.users")),
        attempt("publish an event", (at, own, foreign) -> send(at, "accord.events", "intervention.created")),
        attempt("publish to its stream", (at, own, foreign) -> send(at, "", own)),
        attempt("publish to another's stream", (at, own, foreign) -> send(at, "", foreign)),
        attempt("publish anywhere", (at, own, foreign) -> send(at, "amq.topic", "anything")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attempts")
  void itMayDoNothingElse(Attempt attempt) throws IOException {
    String foreign = streamOf(companies.arrive());
    declareStream(foreign);
    Channel channel = connect().createChannel();

    assertThatThrownBy(
            () -> {
              attempt.on(channel, stream, foreign);
              channel.basicQos(1); // what needs no answer is refused by the next that does
            })
        .satisfies(refusal -> assertThat(replyCode(refusal)).isEqualTo(REFUSED));

    assertThat(read(connect().createChannel(), "first", 3)).containsExactly("un", "deux", "trois");
  }

  @Test
  void itsStreamCannotBePurged() throws IOException {
    Channel channel = connect().createChannel();

    assertThatThrownBy(() -> channel.queuePurge(stream)).isInstanceOf(IOException.class);

    assertThat(read(connect().createChannel(), "first", 3)).hasSize(3);
  }

  @Test
  void noOtherVirtualHostLetsItIn() {
    String other = "other_" + Ids.next();
    Servers.running().createVirtualHost(other);
    String ours = inside.getConnectionFactory().getVirtualHost();

    assertThatThrownBy(() -> connect(other, token())).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> connect(ours, token())).isInstanceOf(IOException.class);
  }

  /** The broker answers whoever asks passively, whatever they may read. */
  @ParameterizedTest
  @ValueSource(strings = {"accord.events.log", "auth-service.users"})
  void whereItIsLetInNoneOfOurQueuesIs(String queue) throws IOException {
    assertThat(inside.execute(channel -> channel.queueDeclarePassive(queue)).getQueue())
        .isEqualTo(queue);
    Channel channel = connect().createChannel();

    assertThatThrownBy(() -> channel.queueDeclarePassive(queue))
        .satisfies(refusal -> assertThat(replyCode(refusal)).isEqualTo(NOT_FOUND));
  }

  @Test
  void itsTenthConnectionIsTheLast() throws Exception {
    List<Connection> ten = new ArrayList<>();
    for (int count = 0; count < 10; count++) {
      ten.add(consuming(credential));
    }
    await().atMost(Duration.ofSeconds(15)).until(() -> connectionsOf(credential) == 10);

    Connection eleventh = consuming(credential);

    awaitEnd(eleventh, "At most 10 connections");
    assertThat(ten).allMatch(Connection::isOpen);
  }

  private static long connectionsOf(IssuedCredential as) {
    String id = as.credential().id().toString();
    String open = Servers.running().management("GET", "/api/connections?columns=user", "");
    return Pattern.compile(id).matcher(open).results().count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/whoami", "/api/overview", "/api/connections", "/api/queues"})
  void theManagementIsClosedToIt(String path) throws Exception {
    String token = token();
    for (String proof :
        List.of("Bearer " + token, "Basic " + base64(credential.credential().id() + ":" + token))) {
      assertThat(management(path, proof)).isEqualTo(401);
    }
  }

  @Test
  void onlyAGoodTokenOpensTheDoor() throws Exception {
    String good = token();
    String other = issueToken(issue());
    String[] parts = good.split("\\.");
    for (String bad :
        List.of(
            "nonsense",
            credential.secret(),
            parts[0] + "." + parts[1] + "." + other.split("\\.")[2],
            parts[0] + "." + parts[1] + ".")) {
      assertThatThrownBy(() -> connect(virtualHost, bad)).isInstanceOf(IOException.class);
    }
    clock.advance(Duration.ofMinutes(-2));
    String expired = token();
    assertThatThrownBy(() -> connect(virtualHost, expired)).isInstanceOf(IOException.class);
  }

  @Test
  void aNewSigningKeyIsBelievedAndTheOldOneStill() throws Exception {
    String signedBefore = token();
    connect(virtualHost, signedBefore);
    clock.advance(Duration.ofDays(91));
    keys.rotate();
    clock.advance(Duration.ofMinutes(11));

    String signedAfter = token();

    assertThat(SignedJWT.parse(signedAfter).getHeader().getKeyID())
        .isNotEqualTo(SignedJWT.parse(signedBefore).getHeader().getKeyID());
    assertThat(connect(virtualHost, signedAfter).isOpen()).isTrue();
    assertThat(connect(virtualHost, signedBefore).isOpen()).isTrue();
  }

  @Test
  void whoDoesNotRenewTheirTokenIsCutOff() throws IOException {
    Connection connection = consuming(credential);

    clock.advance(Duration.ofSeconds(53));

    awaitEnd(connection);
  }

  @Test
  void whoRenewsTheirTokenStays() throws Exception {
    Connection silent = consuming(issue());
    var renewals = new Renewals(token());
    Connection connection = connect(virtualHost, renewals);
    clock.advance(Duration.ofSeconds(48));
    renewals.renew(token());
    clock.advance(Duration.ofSeconds(5));

    awaitEnd(silent);
    assertThat(connection.isOpen()).isTrue();
    publish(stream, "quatre");
    assertThat(read(connection.createChannel(), "first", 4)).last().isEqualTo("quatre");
  }

  @Test
  void whoIsSuspendedIsCutOffAtOnceAndKeptOut() throws IOException {
    Connection connection = consuming(credential);

    companies.tell("partner.suspended", company.in("SUSPENDED"), 2);

    awaitEnd(connection);
    assertThat(ask(credential).statusCode()).isEqualTo(401);
  }

  @Test
  void whatIsRevokedIsCutOffAndNothingElse() throws IOException {
    Connection other = consuming(issue());
    Connection connection = consuming(credential);

    credentials.revoke(company.id(), credential.credential().id(), ADMIN);

    awaitEnd(connection);
    assertThat(other.isOpen()).isTrue();
  }

  private Connection consuming(IssuedCredential as) throws IOException {
    Connection connection = connect(virtualHost, issueToken(as));
    consume(connection.createChannel(), stream);
    return connection;
  }

  private static void awaitEnd(Connection connection) {
    awaitEnd(connection, "access token");
  }

  private static void awaitEnd(Connection connection, String reason) {
    await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !connection.isOpen());
    assertThat(connection.getCloseReason().getReason().toString()).contains(reason);
  }

  private IssuedCredential issue() {
    return credentials.issue(company.id(), CredentialKind.SECRET, null, ADMIN);
  }

  private String token() {
    return issueToken(credential);
  }

  private HttpResponse<String> ask(IssuedCredential as) {
    return new PartnerProgram(api.url(), as.credential().id().toString()).showInHeader(as.secret());
  }

  private String issueToken(IssuedCredential as) {
    return Application.body(ask(as)).required("access_token").asString();
  }

  private Connection connect() {
    try {
      return connect(virtualHost, token());
    } catch (IOException refused) {
      throw new AssertionError(refused);
    }
  }

  private Connection connect(String where, String token) throws IOException {
    return connect(where, new Renewals(token));
  }

  private Connection connect(String where, Renewals token) throws IOException {
    var factory = new ConnectionFactory();
    factory.setHost(Servers.running().value("ACCORD_RABBIT_HOST"));
    factory.setPort(Integer.parseInt(Servers.running().value("ACCORD_RABBIT_PORT")));
    factory.setVirtualHost(where);
    factory.setCredentialsProvider(token);
    factory.setCredentialsRefreshService(token);
    factory.setAutomaticRecoveryEnabled(false);
    factory.setConnectionTimeout(5000);
    try {
      Connection connection = factory.newConnection();
      open.add(connection);
      return connection;
    } catch (java.util.concurrent.TimeoutException late) {
      throw new AssertionError(late);
    }
  }

  private void declareStream(String name) {
    ourselves.execute(channel -> channel.queueDeclare(name, true, false, false, STREAM));
  }

  private void publish(String to, String... messages) {
    ourselves.invoke(
        operations -> {
          for (String message : messages) {
            operations.convertAndSend("", to, message);
          }
          return null;
        });
  }

  private List<String> read(Channel channel, Object offset, int atLeast) throws IOException {
    List<String> read = new CopyOnWriteArrayList<>();
    channel.basicQos(10);
    String consumer =
        channel.basicConsume(
            stream,
            false,
            Map.of("x-stream-offset", offset),
            (tag, delivery) -> {
              read.add(new String(delivery.getBody(), StandardCharsets.UTF_8));
              channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
            },
            tag -> {});
    await().atMost(Duration.ofSeconds(10)).until(() -> read.size() >= atLeast);
    channel.basicCancel(consumer);
    return read;
  }

  private static void consume(Channel channel, String queue) throws IOException {
    channel.basicQos(10);
    channel.basicConsume(queue, false, (tag, delivery) -> {}, tag -> {});
  }

  private static void send(Channel channel, String exchange, String key) throws IOException {
    channel.basicPublish(exchange, key, null, "faux".getBytes(StandardCharsets.UTF_8));
  }

  private static int replyCode(Throwable refusal) {
    Throwable signal = refusal instanceof AlreadyClosedException ? refusal : refusal.getCause();
    return ((AMQP.Channel.Close) ((ShutdownSignalException) signal).getReason()).getReplyCode();
  }

  private static int management(String path, String proof) throws Exception {
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://%s:%s%s"
                        .formatted(
                            Servers.running().value("ACCORD_RABBIT_HOST"),
                            Servers.running().value("ACCORD_RABBIT_MANAGEMENT_PORT"),
                            path)))
            .header("Authorization", proof)
            .timeout(Duration.ofSeconds(10))
            .build();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String streamOf(Company of) {
    return "accord.partner." + of.id() + ".1";
  }

  private static Named<Attempt> attempt(String name, Attempt attempt) {
    return Named.of(name, attempt);
  }
}
