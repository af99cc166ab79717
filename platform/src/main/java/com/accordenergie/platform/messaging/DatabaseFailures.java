package com.accordenergie.platform.messaging;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/** Which failures are the database's and not the event's. */
final class DatabaseFailures {

  private DatabaseFailures() {}

  /** Somebody else was in the way; at once, it may go well. */
  static boolean isCollision(Throwable failure) {
    return failure instanceof PessimisticLockingFailureException;
  }

  /** As long as it is away nothing can be done, whatever the event. */
  static boolean isAway(Throwable failure) {
    return !isCollision(failure)
        && !(failure instanceof QueryTimeoutException)
        && (failure instanceof TransientDataAccessException
            || failure instanceof RecoverableDataAccessException
            || failure instanceof DataAccessResourceFailureException
            || failure instanceof CannotCreateTransactionException
            || failure instanceof TransactionSystemException
            || isBrokenConnection(failure));
  }

  /** It took too long: the database's fault as a rule, and the event's where it asks too much of it. */
  static boolean isSlow(Throwable failure) {
    return failure instanceof QueryTimeoutException
        || failure instanceof TransactionTimedOutException;
  }

  /** Where a rollback fails as well, the layers above have no name for it. */
  private static boolean isBrokenConnection(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLRecoverableException
          || cause instanceof SQLNonTransientConnectionException) {
        return true;
      }
    }
    return false;
  }

  /** As people are told. */
  static String reason(Throwable failure) {
    return failure instanceof UnreadableEventException
        ? String.valueOf(failure.getMessage())
        : failure.toString();
  }
}
