package com.accordenergie.auth.page;

import com.accordenergie.auth.password.PasswordsBusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import jakarta.servlet.http.HttpServletResponse;

/** Whoever looks at a page gets a page, even when something went wrong. */
@ControllerAdvice(annotations = Page.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFailures {

  private static final Logger log = LoggerFactory.getLogger(PageFailures.class);

  @ExceptionHandler({
    PasswordsBusyException.class,
    DataAccessException.class,
    TransactionException.class
  })
  ModelAndView busy(RuntimeException busy, HttpServletResponse response) {
    log.warn("A page had to be refused: {}", busy.toString());
    response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    return page(Notice.of(HttpStatus.SERVICE_UNAVAILABLE, "busy"));
  }

  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  ModelAndView leftToTheSecurityChain(RuntimeException denied) {
    throw denied;
  }

  @ExceptionHandler
  ModelAndView unexpected(Exception unexpected) {
    log.error("A page failed", unexpected);
    return page(Notice.of(HttpStatus.INTERNAL_SERVER_ERROR, "failed"));
  }

  static ModelAndView page(Notice notice) {
    var page = new ModelAndView(Notices.VIEW, "notice", notice);
    page.setStatus(notice.status());
    return page;
  }
}
