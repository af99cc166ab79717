package com.accordenergie.intervention.volume;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statuses and urgencies as the admin left them. */
record Lists(Map<String, StatusRow> statuses, List<UrgencyRow> urgencies) {

  record StatusRow(int id, String code, String category, String clock, String label, String clientLabel) {

    boolean clockRuns() {
      return clock.equals("RUN");
    }

    boolean keepsBooking() {
      return List.of("PLANNED", "ACTIVE", "PAUSED").contains(category);
    }
  }

  record UrgencyRow(int id, String code, Duration toTakeOver, Duration toResolve) {}

  static Lists read(Connection connection, Schemas schemas) throws SQLException {
    Map<String, StatusRow> statuses = new HashMap<>();
    List<UrgencyRow> urgencies = new java.util.ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      ResultSet status =
          statement.executeQuery(
              "select id, code, category, clock, label_fr, client_label_fr from "
                  + schemas.intervention()
                  + ".status");
      while (status.next()) {
        statuses.put(
            status.getString(2),
            new StatusRow(
                status.getInt(1), status.getString(2), status.getString(3), status.getString(4),
                status.getString(5), status.getString(6)));
      }
      ResultSet urgency =
          statement.executeQuery(
              "select id, code, take_over_minutes, resolve_minutes from "
                  + schemas.intervention()
                  + ".urgency order by severity");
      while (urgency.next()) {
        urgencies.add(
            new UrgencyRow(
                urgency.getInt(1), urgency.getString(2), Duration.ofMinutes(urgency.getInt(3)),
                Duration.ofMinutes(urgency.getInt(4))));
      }
    }
    return new Lists(statuses, urgencies);
  }

  StatusRow status(String code) {
    StatusRow status = statuses.get(code);
    if (status == null) {
      throw new IllegalStateException("The list of statuses has no " + code + " any more.");
    }
    return status;
  }
}
