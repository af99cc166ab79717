package com.accordenergie.user.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.id.DemoIds;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where somebody else is at home, as in the data that the other tests share. */
@ServiceTest
class DemoRefusedTest {

  @Autowired AutowireCapableBeanFactory beans;
  @Autowired Office office;
  @Autowired JdbcClient jdbc;

  @Test
  void aCompanyOfItsOwnGetsNoneOfTheDemosPeople() {
    office.register("DISPATCHER");
    office.takeOn();

    beans.createBean(DemoLoader.class).load();

    for (String table : List.of("person", "client", "site")) {
      assertThat(ofTheDemo(table)).as(table).isZero();
    }
  }

  private long ofTheDemo(String table) {
    return jdbc.sql("select count(*) from " + table + " where id >= ? and id < ?")
        .params(DemoIds.from(), DemoIds.to())
        .query(Long.class)
        .single();
  }
}
