package com.accordenergie.platform.idempotency;

import com.accordenergie.platform.problem.BodyTooLargeException;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.ProblemWriter;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.Uploads;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * The header {@code Idempotency-Key} on a POST or a PATCH. The change and the answer that tells it
 * are stored in one transaction, so a repeated request finds either both or neither: the same key
 * with the same body replays the first answer byte for byte, with another body it answers 422, and
 * while the first is still running 409. Only successes are kept; a refused request may be sent again.
 * A form that was received before, files and all, is the same when its parts are.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

  static final String HEADER = "Idempotency-Key";

  /** What is not the same when it is sent twice; a PATCH, because its version is another one then. */
  private static final Set<String> METHODS = Set.of("POST", "PATCH");

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private final AnswerStore answers;
  private final TransactionTemplate transaction;
  private final TransactionTemplate ofUploads;
  private final Uploads uploads;
  private final ProblemWriter problems;

  IdempotencyFilter(
      AnswerStore answers,
      TransactionTemplate transaction,
      TransactionTemplate ofUploads,
      Uploads uploads,
      ProblemWriter problems) {
    this.answers = answers;
    this.transaction = transaction;
    this.ofUploads = ofUploads;
    this.uploads = uploads;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !METHODS.contains(request.getMethod()) || request.getHeader(HEADER) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    UUID caller = caller();
    if (caller == null) {
      chain.doFilter(request, response);
      return;
    }
    try {
      handle(caller, request, response, chain);
    } catch (ProblemException refused) {
      problems.write(response, refused);
    } catch (BodyTooLargeException tooLarge) {
      problems.write(response, Problems.tooLarge(tooLarge.limit()));
    } catch (DataAccessException | TransactionException away) {
      logger.warn("The database did not answer in time: " + away);
      problems.write(response, Problems.unavailable("Please try again in a moment."));
    }
  }

  private void handle(
      UUID caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(HEADER);
    if (!KEY.matcher(key).matches()) {
      throw Problems.malformed(HEADER, "It takes 1 to 255 visible ASCII characters.");
    }
    MultipartHttpServletRequest form =
        WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    if (form != null) {
      answer(answers.claim(caller, key, Fingerprint.of(form)), request, response, chain);
    } else {
      var repeatable = new RepeatableRequest(request);
      answer(answers.claim(caller, key, repeatable.fingerprint()), repeatable, response, chain);
    }
  }

  private void answer(
      Claim claim, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    switch (claim) {
      case Claim.Replay replay -> replay.answer().writeTo(response);
      case Claim.StillRunning running ->
          throw new ProblemException(ProblemType.KEY_IN_USE, "Try again in a moment.")
              .withHeader("Retry-After", "1");
      case Claim.OtherRequest other ->
          throw new ProblemException(ProblemType.KEY_REUSED, "Use a new key for a new request.");
      case Claim.Granted granted -> run(granted, request, response, chain);
    }
  }

  private void run(
      Claim.Granted claim, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var captured = new ContentCachingResponseWrapper(response);
    boolean kept = false;
    try {
      TransactionTemplate lasting = uploads.include(request) ? ofUploads : transaction;
      kept = Boolean.TRUE.equals(lasting.execute(status -> {
        passOn(chain, request, captured);
        boolean success = captured.getStatus() < 300;
        if (success) {
          answers.keep(claim, Answer.of(captured));
        } else {
          status.setRollbackOnly();
        }
        return success;
      }));
    } catch (PassedOnException failure) {
      failure.rethrow();
    } finally {
      if (!kept) {
        answers.release(claim);
      }
    }
    captured.copyBodyToResponse();
  }

  private static void passOn(
      FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException failure) {
      throw new PassedOnException(failure);
    }
  }

  private static @Nullable UUID caller() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken known
        ? UUID.fromString(known.getToken().getSubject())
        : null;
  }

  /** Carries a checked exception out of the transaction's callback. */
  private static final class PassedOnException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PassedOnException(Exception cause) {
      super(cause);
    }

    void rethrow() throws IOException, ServletException {
      switch (getCause()) {
        case IOException io -> throw io;
        case ServletException servlet -> throw servlet;
        default -> throw this;
      }
    }
  }
}
