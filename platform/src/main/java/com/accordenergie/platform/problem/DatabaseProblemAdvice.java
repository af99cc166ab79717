package com.accordenergie.platform.problem;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import org.hibernate.TransactionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * A database that is away, busy or too slow: 503, try again. Nothing was written, unless the connection
 * broke during the commit itself, which nobody can know: repeating it with its key, or its version,
 * is safe either way.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DatabaseProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(DatabaseProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> stale(OptimisticLockingFailureException stale) {
    return answer(
        new ProblemException(ProblemType.PRECONDITION_FAILED, "Read it again, then try again."));
  }

  @ExceptionHandler({
    TransientDataAccessException.class,
    RecoverableDataAccessException.class,
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class,
    TransactionTimedOutException.class,
    TransactionSystemException.class,
    // As the cause of what has no name of its own: a time-out, or a connection that broke on the way.
    TransactionException.class,
    SQLRecoverableException.class,
    SQLNonTransientConnectionException.class
  })
  ResponseEntity<ProblemDetail> away(Exception away) {
    log.warn("The database did not answer in time: {}", away.toString());
    return answer(Problems.unavailable("Please try again in a moment."));
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemException problem) {
    return ResponseEntity.status(problem.type().status())
        .headers(problem.headers())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.body());
  }
}
