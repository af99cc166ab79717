package com.accordenergie.platform.web;

import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what a route does not know: a misspelt filter that is silently passed over shows more than
 * was asked for. A route that takes all parameters as one map knows best itself.
 */
final class KnownParameters implements HandlerInterceptor {

  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && !takesAll(method.getMethod())) {
      Set<String> names = known.computeIfAbsent(method.getMethod(), KnownParameters::names);
      request.getParameterMap().forEach((name, values) -> check(names, name, values));
    }
    return true;
  }

  private static void check(Set<String> names, String name, String[] values) {
    if (!names.contains(name)) {
      throw Problems.malformed("?" + name, "This parameter is not known here.");
    }
    if (values.length > 1) {
      throw Problems.malformed("?" + name, "It is given more than once.");
    }
  }

  private static boolean takesAll(Method method) {
    return Arrays.stream(method.getParameters())
        .anyMatch(
            parameter ->
                parameter.isAnnotationPresent(RequestParam.class)
                    && Map.class.isAssignableFrom(parameter.getType()));
  }

  private static Set<String> names(Method method) {
    Set<String> names = new HashSet<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(RequestParam.class)) {
        names.add(parameter.getName());
      } else if (parameter.getType() == PageRequest.class) {
        names.add("limit");
        names.add("cursor");
      }
    }
    return names;
  }
}
