package com.accordenergie.platform.identity;

import com.accordenergie.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps everybody out whom {@link AllowedTo} does not name, and an admin of before from changing anything. */
public final class RoleGate implements HandlerInterceptor {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Standing standing;

  RoleGate(Standing standing) {
    this.standing = standing;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Caller caller = caller();
      if (caller == null || !allowed(method).contains(caller.role())) {
        throw Problems.forbidden("Your role does not allow this.");
      }
      if (caller.isAdmin()
          && !READING.contains(request.getMethod())
          && !standing.isStillAdmin(caller)) {
        throw Problems.loggedOut();
      }
    }
    return true;
  }

  private static @Nullable Caller caller() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
        ? known.caller()
        : null;
  }

  /** Whom a route is for: the method's own word counts more than its class's. */
  public static List<Role> allowed(HandlerMethod method) {
    AllowedTo own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), AllowedTo.class);
    @Nullable AllowedTo allowed =
        own == null
            ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedTo.class)
            : own;
    return allowed == null ? List.of() : List.of(allowed.value());
  }
}
