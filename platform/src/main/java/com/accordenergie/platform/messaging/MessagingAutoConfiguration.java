package com.accordenergie.platform.messaging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.amqp.autoconfigure.RabbitTemplateCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
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
  Declarables eventTopology(ObjectProvider<Subscription> subscriptions) {
    List<Declarable> declarables = new ArrayList<>(Topology.producer().getDeclarables());
    subscriptions.forEach(
        subscription -> declarables.addAll(Topology.consumer(subscription).getDeclarables()));
    return new Declarables(declarables);
  }

  @Bean
  OutboxRelay outboxRelay(
      JdbcOperations rows, PlatformTransactionManager transactions, RabbitTemplate rabbit) {
    var transaction = new TransactionTemplate(transactions);
    transaction.setTimeout(RELAY_TRANSACTION_SECONDS);
    return new OutboxRelay(new OutboxBatch(rows, transaction, new EventPublisher(rabbit)));
  }

  @Bean
  OutboxMetrics outboxMetrics(JdbcClient jdbc) {
    return new OutboxMetrics(jdbc);
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

  /** Writes over connections of its own, of which none comes back by itself once it is lost. */
  @Bean
  Streams brokerStreams(CachingConnectionFactory connections, AmqpAdmin admin) {
    var broker = connections.getRabbitConnectionFactory().clone();
    broker.setAutomaticRecoveryEnabled(false);
    return new Streams(broker, admin);
  }

  @Bean
  Consumers eventConsumers(
      ObjectProvider<Subscription> subscriptions,
      JsonMapper json,
      JdbcClient jdbc,
      RabbitTemplate rabbit,
      ConnectionFactory connections,
      AmqpAdmin admin,
      PlatformTransactionManager transactions,
      Clock clock) {
    var reader = new EventReader(json);
    var inbox = new Inbox(jdbc);
    var parkingLot = new ParkingLot(rabbit, clock);
    var transaction = new TransactionTemplate(transactions);
    var catchUp = new CatchUp(jdbc, admin, connections, rabbit);
    return new Consumers(
        subscriptions.stream()
            .map(
                subscription ->
                    new Consumers.Listener(
                        subscription,
                        new EventConsumer(subscription, reader, inbox, parkingLot, transaction),
                        catchUp,
                        connections,
                        admin))
            .toList());
  }
}
