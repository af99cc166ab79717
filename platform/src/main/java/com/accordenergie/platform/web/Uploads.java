package com.accordenergie.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.util.StringUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Tells the requests that bring files from all others: forms, which are received to disk, and tables of
 * text, which are small enough to be held.
 */
public final class Uploads {

  private static final String TABLE = "text/csv";

  private final List<PathPattern> paths;
  private final long limit;

  Uploads(UploadProperties properties) {
    this.paths =
        properties.paths().stream().map(PathPatternParser.defaultInstance::parse).toList();
    this.limit = properties.limit().toBytes();
  }

  public boolean include(HttpServletRequest request) {
    return (isForm(request) || hasType(request, TABLE))
        && request.getMethod().equals("POST")
        && matches(PathContainer.parsePath(request.getRequestURI()));
  }

  /** Whether it is a form with parts; of any size, it is never held in memory. */
  boolean isForm(HttpServletRequest request) {
    return hasType(request, MediaType.MULTIPART_FORM_DATA_VALUE);
  }

  private static boolean hasType(HttpServletRequest request, String type) {
    return StringUtils.startsWithIgnoreCase(request.getContentType(), type);
  }

  private boolean matches(PathContainer path) {
    return paths.stream().anyMatch(pattern -> pattern.matches(path));
  }

  long limit() {
    return limit;
  }
}
