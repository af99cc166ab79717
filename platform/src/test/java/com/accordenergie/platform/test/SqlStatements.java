package com.accordenergie.platform.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;

/** Writes down the SQL that a test and its requests send, so that it can be counted. */
public final class SqlStatements implements QueryExecutionListener {

  /** How the threads are called on which the service answers. */
  private static final String REQUEST = "tomcat-handler-";

  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private volatile @Nullable Thread caller;

  DataSource counting(DataSource source) {
    return ProxyDataSourceBuilder.create(source).listener(this).build();
  }

  /**
   * The statements that the action sent, itself and by the requests it made. What relays and
   * consumers do meanwhile is left out; other requests must not be under way.
   */
  public List<String> during(Runnable action) {
    sent.clear();
    caller = Thread.currentThread();
    action.run();
    caller = null;
    synchronized (sent) {
      return List.copyOf(sent);
    }
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    Thread sender = Thread.currentThread();
    if (sender.equals(caller) || sender.getName().startsWith(REQUEST)) {
      queries.forEach(query -> sent.add(query.getQuery()));
    }
  }

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    // Only what is sent matters.
  }
}
