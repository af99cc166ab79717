package com.accordenergie.platform.housekeeping;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For a service that has a schema. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean(JdbcClient.class)
class HousekeepingAutoConfiguration {

  @Bean
  Housekeeping housekeeping(JdbcClient jdbc, ObjectProvider<Cleaning> others) {
    return new Housekeeping(jdbc, others.orderedStream().toList());
  }
}
