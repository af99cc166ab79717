package com.accordenergie.user.web;

import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps everybody out whom {@link AllowedTo} does not name. */
final class RoleGate implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && !isAllowed(method)) {
      throw Problems.forbidden("Your role does not allow this.");
    }
    return true;
  }

  private static boolean isAllowed(HandlerMethod method) {
    AllowedTo allowed = allowedTo(method);
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return allowed != null
        && caller != null
        && caller.getAuthorities().stream()
            .anyMatch(
                authority ->
                    Arrays.stream(allowed.value())
                        .map(RoleGate::authority)
                        .anyMatch(name -> name.equals(authority.getAuthority())));
  }

  /** The method's own word counts more than its class's. */
  private static @Nullable AllowedTo allowedTo(HandlerMethod method) {
    AllowedTo own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), AllowedTo.class);
    return own == null
        ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedTo.class)
        : own;
  }

  private static String authority(Role role) {
    return "ROLE_" + role;
  }
}
