package com.accordenergie.platform.web;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.ProblemWriter;
import com.accordenergie.platform.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * Receives a form whole, its files on disk, and lets a few in at a time. So neither a slow line nor a
 * crowd holds memory, a database connection or a transaction.
 */
final class UploadFilter extends OncePerRequestFilter {

  private final Uploads uploads;
  private final Semaphore underWay;
  private final Semaphore turns;
  private final Duration patience;
  private final ProblemWriter problems;
  private final MultipartResolver forms = new StandardServletMultipartResolver();

  UploadFilter(Uploads uploads, UploadProperties properties, ProblemWriter problems) {
    this.uploads = uploads;
    this.underWay = new Semaphore(properties.underWay());
    this.turns = new Semaphore(properties.atOnce(), true);
    this.patience = properties.patience();
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !uploads.include(request) || !uploads.isForm(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      enter(underWay, Duration.ZERO);
      try {
        MultipartHttpServletRequest form = receive(request);
        try {
          takeTurn(form, response, chain);
        } finally {
          forms.cleanupMultipart(form);
        }
      } finally {
        underWay.release();
      }
    } catch (ProblemException refused) {
      problems.write(response, refused);
    }
  }

  private MultipartHttpServletRequest receive(HttpServletRequest request) {
    try {
      return forms.resolveMultipart(request);
    } catch (MaxUploadSizeExceededException tooLarge) {
      throw new ProblemException(
          ProblemType.TOO_LARGE, "The form, or a part of it, is larger than is read.");
    } catch (MultipartException unreadable) {
      logger.debug("A form could not be received", unreadable);
      throw Problems.malformed("#", "The form cannot be read, or did not arrive whole.");
    }
  }

  private void takeTurn(
      MultipartHttpServletRequest form, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    enter(turns, patience);
    try {
      chain.doFilter(form, response);
    } finally {
      turns.release();
    }
  }

  private static void enter(Semaphore places, Duration patience) {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Problems.unavailable("Too many files arrive at once. Nothing was changed.");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Problems.unavailable("The service is stopping. Nothing was changed.");
    }
  }
}
