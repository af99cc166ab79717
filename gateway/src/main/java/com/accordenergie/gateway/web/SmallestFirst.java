package com.accordenergie.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Of a file that was compressed in two ways, the smaller. By itself the resolver gives what a browser
 * names first, and every browser names gzip first.
 */
final class SmallestFirst extends EncodedResourceResolver {

  private static final String SMALLEST = "br";

  @Override
  protected @Nullable Resource resolveResourceInternal(
      @Nullable HttpServletRequest request,
      String path,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    return super.resolveResourceInternal(
        request == null ? null : new Reordered(request), path, locations, chain);
  }

  private static final class Reordered extends HttpServletRequestWrapper {

    Reordered(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
      String value = super.getHeader(name);
      return value != null && name.equalsIgnoreCase(HttpHeaders.ACCEPT_ENCODING)
          ? smallestFirst(value)
          : value;
    }

    private static String smallestFirst(String codings) {
      return Arrays.stream(codings.split(","))
          .map(String::strip)
          .sorted(Comparator.comparing(coding -> !coding.equals(SMALLEST)))
          .collect(Collectors.joining(", "));
    }
  }
}
