package com.accordenergie.user.person;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Admins as they are here, where they are made and dismissed. */
@Component
class AdminStanding implements Standing {

  private final JdbcClient jdbc;

  AdminStanding(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean isStillAdmin(Caller admin) {
    return jdbc.sql("select active and role = 'ADMIN' from person where id = ?")
        .param(Ids.bytes(admin.id()))
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }
}
