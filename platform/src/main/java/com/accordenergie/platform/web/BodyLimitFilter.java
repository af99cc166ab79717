package com.accordenergie.platform.web;

import com.accordenergie.platform.problem.BodyTooLargeException;
import com.accordenergie.platform.problem.ProblemWriter;
import com.accordenergie.platform.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No body beyond the limit is ever held in memory, whether its length was declared or not. Uploads
 * have a limit of their own.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

  private final long limit;
  private final Uploads uploads;
  private final ProblemWriter problems;

  BodyLimitFilter(long limit, Uploads uploads, ProblemWriter problems) {
    this.limit = limit;
    this.uploads = uploads;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long allowed = uploads.include(request) ? uploads.limit() : limit;
    if (request.getContentLengthLong() > allowed) {
      problems.write(response, Problems.tooLarge(allowed));
      return;
    }
    chain.doFilter(new LimitedRequest(request, allowed), response);
  }

  private static final class LimitedRequest extends HttpServletRequestWrapper {

    private final long limit;

    LimitedRequest(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedInputStream(super.getInputStream(), limit);
    }
  }

  private static final class LimitedInputStream extends ServletInputStream {

    private final ServletInputStream body;
    private final long limit;
    private long count;

    LimitedInputStream(ServletInputStream body, long limit) {
      this.body = body;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int value = body.read();
      counted(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = body.read(bytes, offset, length);
      counted(Math.max(read, 0));
      return read;
    }

    private void counted(int more) throws BodyTooLargeException {
      count += more;
      if (count > limit) {
        throw new BodyTooLargeException(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
