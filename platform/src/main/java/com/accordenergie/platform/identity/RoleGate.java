package com.accordenergie.platform.identity;

import com.accordenergie.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps everybody out whom {@link AllowedTo} does not name. */
public final class RoleGate implements HandlerInterceptor {

  RoleGate() {}

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && !isOpen(method)) {
      throw Problems.forbidden("Your role does not allow this.");
    }
    return true;
  }

  private static boolean isOpen(HandlerMethod method) {
    return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
        && allowed(method).contains(known.caller().role());
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
