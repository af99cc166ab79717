package com.accordenergie.platform.messaging;

import com.rabbitmq.client.Address;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.amqp.autoconfigure.RabbitTemplateCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.restclient.autoconfigure.RestClientBuilderConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Outbox and inbox, for a service that has a schema and a broker. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
      "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
    })
@ConditionalOnClass({RabbitTemplate.class, JdbcClient.class})
@ConditionalOnBean({ConnectionFactory.class, JdbcClient.class, PlatformTransactionManager.class})
@EnableConfigurationProperties(RetryRules.class)
class MessagingAutoConfiguration {

  private static final int RELAY_TRANSACTION_SECONDS = 15;

  /**
   * Publishes over a connection of its own: a broker that blocks its publishers (memory or disk
   * alarm) goes on delivering.
   */
  @Bean
  RabbitTemplateCustomizer publishesOverItsOwnConnection() {
    return template -> {
      template.setUsePublisherConnection(true);
      template.setMandatory(true);
    };
  }

  @Bean
  Declarables eventTopology() {
    return Topology.producer();
  }

  @Bean
  OutboxBatch outboxBatch(
      JdbcOperations rows,
      PlatformTransactionManager transactions,
      RabbitTemplate rabbit,
      BlockedConnections blocked) {
    var transaction = new TransactionTemplate(transactions);
    transaction.setTimeout(RELAY_TRANSACTION_SECONDS);
    return new OutboxBatch(rows, transaction, new EventPublisher(rabbit), blocked);
  }

  @Bean
  OutboxRelay outboxRelay(OutboxBatch batch, @Qualifier("outboxHelp") OutboxRelay help) {
    return OutboxRelay.helpedBy(help, batch);
  }

  @Bean(defaultCandidate = false)
  OutboxRelay outboxHelp(OutboxBatch batch) {
    return OutboxRelay.help(batch);
  }

  @Bean
  StoredOutbox outbox(
      JdbcClient jdbc,
      JsonMapper json,
      @Value("${spring.application.name}") String application,
      OutboxRelay relay) {
    return new StoredOutbox(jdbc, json, "/" + application, relay);
  }

  @Bean
  EventLog eventLog(
      JsonMapper json, RabbitTemplate rabbit, ConnectionFactory connections, AmqpAdmin admin) {
    return new EventLog(new EventReader(json), rabbit, connections, admin);
  }

  @Bean
  BrokerManagement brokerManagement(
      RestClientBuilderConfigurer clients,
      @Value("${accord.broker.management}") String address,
      @Value("${spring.rabbitmq.username}") String account,
      @Value("${spring.rabbitmq.password}") String password) {
    return new BrokerManagement(
        clients
            .configure(RestClient.builder())
            .baseUrl(address)
            .defaultHeaders(headers -> headers.setBasicAuth(account, password))
            .build(),
        account);
  }

  @Bean
  HeldEvents heldEvents(JdbcClient jdbc) {
    return new HeldEvents(jdbc);
  }

  @Bean
  Consumers eventConsumers(
      ObjectProvider<Subscription> subscriptions,
      HeldEvents held,
      RetryRules rules,
      JsonMapper json,
      JdbcOperations rows,
      RabbitTemplate rabbit,
      ConnectionFactory connections,
      AmqpAdmin admin,
      PlatformTransactionManager transactions,
      Clock clock) {
    var reader = new EventReader(json);
    var transaction = new TransactionTemplate(transactions);
    List<EventConsumer> consumers =
        subscriptions
            .orderedStream()
            .map(
                subscription ->
                    new EventConsumer(subscription, reader, held, rows, transaction, rules, clock))
            .toList();
    Map<String, EventConsumer> byQueue =
        consumers.stream()
            .collect(Collectors.toMap(one -> one.subscription().queue(), Function.identity()));
    var gaps = new GapSearch(byQueue, reader, held, connections, rabbit, rules.gapPatience());
    var states = new SubscriptionStates(JdbcClient.create(rows));
    return new Consumers(
        consumers,
        new CatchUp(states, admin, connections, rabbit, new OutdatedQueues(connections)),
        List.of(new Retries(byQueue, held), gaps),
        connections,
        admin);
  }

  @Bean
  BlockedConnections blockedConnections(ConnectionFactory connections) {
    var blocked = new BlockedConnections();
    connections.addConnectionListener(blocked);
    return blocked;
  }

  @Bean
  QueueFigures queueFigures(Consumers consumers, AmqpAdmin admin, Clock clock) {
    return new QueueFigures(
        consumers.all().stream().map(one -> one.subscription().queue()).toList(), admin, clock);
  }

  @Bean
  EventsWatch eventsWatch(
      Consumers consumers,
      HeldEvents held,
      JdbcClient jdbc,
      OutboxRelay relay,
      BlockedConnections blocked,
      QueueFigures queues,
      Clock clock) {
    return new EventsWatch(
        consumers.all(),
        held,
        new SubscriptionStates(jdbc),
        new OutboxFigures(jdbc),
        relay,
        blocked,
        queues,
        clock);
  }

  @Bean
  EventsMetrics eventsMetrics(EventsWatch watch, OutboxRelay relay) {
    return new EventsMetrics(watch, relay);
  }

  @Bean
  EventsHealth messagingHealthIndicator(EventsWatch watch) {
    return new EventsHealth(watch);
  }

  /** For a service that has streams of its own. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("accord.streams.virtual-host")
  @EnableConfigurationProperties(StreamsProperties.class)
  static class OwnStreams {

    /** Writes over connections of its own, of which none comes back by itself once it is lost. */
    @Bean
    Streams brokerStreams(
        CachingConnectionFactory connections,
        RabbitConnectionDetails details,
        BrokerManagement management,
        StreamsProperties properties) {
      var broker = connections.getRabbitConnectionFactory().clone();
      broker.setAutomaticRecoveryEnabled(false);
      List<Address> nodes =
          details.getAddresses().stream()
              .map(node -> new Address(node.host(), node.port()))
              .toList();
      return new Streams(
          broker,
          nodes,
          new VirtualHost(management, properties.virtualHost(), properties.connections()));
    }
  }

  /** For a service that follows others. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  @ConditionalOnBean(Subscription.class)
  @Import({ConsumersController.class, ProjectionsController.class})
  static class AdminApi {

    @Bean
    ConsumersService consumersService(@Value("${spring.application.name}") String application) {
      return new ConsumersService(application);
    }

    @Bean
    Projections projections(
        ObjectProvider<Projection> projections,
        DataSource database,
        JdbcClient jdbc,
        PlatformTransactionManager transactions,
        ConnectionFactory connections,
        RabbitTemplate rabbit,
        JsonMapper json,
        Clock clock) {
      return new Projections(
          projections.orderedStream().toList(),
          database,
          jdbc,
          transactions,
          connections,
          rabbit,
          json,
          clock);
    }

    @Bean
    ParkedEvents parkedEvents(
        Consumers consumers, HeldEvents held, PlatformTransactionManager transactions) {
      return new ParkedEvents(consumers.all(), held, new TransactionTemplate(transactions));
    }
  }
}
