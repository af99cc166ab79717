package com.accordenergie.platform.test;

import java.time.Clock;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests talk to the service with. */
@AutoConfiguration(beforeName = "com.accordenergie.platform.time.TimeAutoConfiguration")
class TestToolsAutoConfiguration {

  static {
    // Connections of a context that another test has closed end on threads of their own, and may complain.
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }

  @Bean
  Api api(Environment environment, ObjectProvider<Tokens> tokens) {
    return new Api(environment, tokens);
  }

  @Bean
  @ConditionalOnMissingBean(Clock.class)
  TestClock testClock() {
    return new TestClock();
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(DataSource.class)
  static class Database {

    @Bean
    static SqlStatements sqlStatements() {
      return new SqlStatements();
    }

    @Bean
    static BeanPostProcessor countsStatements(ObjectProvider<SqlStatements> statements) {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource source
              ? statements.getObject().counting(source)
              : bean;
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(JdbcTemplate.class)
  static class Rows {

    @Bean
    @Lazy
    RowsTouched rowsTouched(DataSource source, PlatformTransactionManager transactions) {
      return new RowsTouched(new JdbcTemplate(source), new TransactionTemplate(transactions));
    }
  }
}
