package com.accordenergie.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.util.StringUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Tells the requests that bring files from all others. */
public final class Uploads {

  private final List<PathPattern> paths;
  private final long limit;

  Uploads(UploadProperties properties) {
    this.paths =
        properties.paths().stream().map(PathPatternParser.defaultInstance::parse).toList();
    this.limit = properties.limit().toBytes();
  }

  /** Only a multipart form: nothing else of that size is read without holding it in memory. */
  public boolean include(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && StringUtils.startsWithIgnoreCase(
            request.getContentType(), MediaType.MULTIPART_FORM_DATA_VALUE)
        && matches(PathContainer.parsePath(request.getRequestURI()));
  }

  private boolean matches(PathContainer path) {
    return paths.stream().anyMatch(pattern -> pattern.matches(path));
  }

  long limit() {
    return limit;
  }
}
