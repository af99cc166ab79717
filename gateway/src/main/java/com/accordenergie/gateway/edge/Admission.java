package com.accordenergie.gateway.edge;

import com.accordenergie.gateway.upstream.Upstream;
import com.accordenergie.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A request's place in the house. There is a number of them, and a smaller number for each service,
 * so that one that hangs cannot take the others' along. Who finds none is told so at once: waiting
 * would only move the queue to where nobody sees it.
 */
public final class Admission {

  private final Map<Upstream, Semaphore> places;
  private @Nullable Semaphore taken;

  Admission(Map<Upstream, Semaphore> places) {
    this.places = places;
  }

  public static Admission of(HttpServletRequest request) {
    return (Admission) request.getAttribute(Admission.class.getName());
  }

  void attachTo(HttpServletRequest request) {
    request.setAttribute(Admission.class.getName(), this);
  }

  /** Takes a place at the service for the rest of the request. */
  public void toService(Upstream upstream) {
    Semaphore service = places.get(upstream);
    if (!service.tryAcquire()) {
      throw Problems.unavailable("Too many requests are under way. Nothing was changed.");
    }
    taken = service;
  }

  void end() {
    if (taken != null) {
      taken.release();
      taken = null;
    }
  }

  static Map<Upstream, Semaphore> places(int each) {
    Map<Upstream, Semaphore> places = new EnumMap<>(Upstream.class);
    for (Upstream upstream : Upstream.values()) {
      places.put(upstream, new Semaphore(each));
    }
    return places;
  }
}
