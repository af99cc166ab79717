package com.accordenergie.platform.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Writes down the SQL that is sent, so that a test can count it. */
public final class SqlStatements implements QueryExecutionListener {

  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

  DataSource counting(DataSource source) {
    return ProxyDataSourceBuilder.create(source).listener(this).build();
  }

  /**
   * The statements sent while the action ran, those of the outbox relay's own thread left out. Other
   * requests must not be under way.
   */
  public List<String> during(Runnable action) {
    sent.clear();
    action.run();
    synchronized (sent) {
      return List.copyOf(sent);
    }
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    if (!Thread.currentThread().getName().equals("outbox-relay")) {
      queries.forEach(query -> sent.add(query.getQuery()));
    }
  }

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    // Only what is sent matters.
  }
}
