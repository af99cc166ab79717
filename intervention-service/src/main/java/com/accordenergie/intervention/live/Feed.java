package com.accordenergie.intervention.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All that happens, for all who listen. Events are kept once, in one {@link Memory}; each listener
 * has a place of its own in it and comes for what is new. So a slow one holds nobody up and costs
 * nothing, and coming back is the same as having been slow: nothing is missed, nothing comes twice.
 */
@Component
public class Feed {

  /** Stands for something heard that nobody knows here. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  private static final int BATCH = 256;

  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final Standings standings = new Standings();
  private final Memory memory;
  private boolean caughtUp;
  private long generation;

  Feed(LiveProperties properties) {
    memory = new Memory(properties.remembered());
  }

  // Whoever reads the log ------------------------------------------------------------------------

  /**
   * @param event null when nobody ever hears of what stands there
   */
  public void add(long offset, @Nullable LiveEvent event) {
    if (event != null && event.standing() != null) {
      standings.note(event.standing());
    }
    lock.lock();
    try {
      memory.add(offset, event);
    } finally {
      lock.unlock();
    }
    if (event != null) {
      listeners.stream().filter(listener -> listener.isConcernedBy(event)).forEach(Listener::wake);
    }
  }

  /** From now on it is known what is old and what is new. */
  public void caughtUp() {
    lock.lock();
    try {
      caughtUp = true;
    } finally {
      lock.unlock();
    }
    listeners.forEach(Listener::wake);
  }

  /** What was told so far says nothing about what comes. */
  public void startAnew() {
    lock.lock();
    try {
      memory.forgetAll();
      caughtUp = false;
      generation++;
    } finally {
      lock.unlock();
    }
    listeners.forEach(Listener::wake);
  }

  // Whoever listens ------------------------------------------------------------------------------

  /**
   * @param after what the listener has heard last; null for one who comes for the first time
   */
  public Listener listen(Login login, @Nullable Long after) {
    lock.lock();
    try {
      var listener = new Listener(this, login, after);
      if (caughtUp) {
        place(listener, after == null);
      }
      listeners.add(listener);
      return listener;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether the person was deactivated or has logged out lately. Who did so earlier has no good token
   * any longer: tokens live for less than is read again at start.
   */
  public boolean bars(Login login) {
    return standings.bar(login);
  }

  void leave(Listener listener) {
    listeners.remove(listener);
  }

  /** What is new for this listener; empty when nothing is. */
  List<Told> news(Listener listener) {
    lock.lock();
    try {
      if (!caughtUp) {
        return List.of();
      }
      if (!listener.isPlaced(generation)) {
        // Something may have happened between its coming and the first event known here.
        place(listener, false);
        if (bars(listener.login())) {
          listener.end();
        }
      }
      return listener.takeReset() ? List.of(listener.reset()) : next(listener);
    } finally {
      lock.unlock();
    }
  }

  private void place(Listener listener, boolean fromNowOn) {
    Long after = listener.after(generation);
    if (after != null && memory.reachesBackTo(after)) {
      listener.placeAt(memory.firstBehind(after), after, generation);
    } else {
      listener.placeAt(memory.end(), memory.tip(), generation);
      if (!fromNowOn) {
        listener.owesReset();
      }
    }
  }

  private List<Told> next(Listener listener) {
    List<Told> news = new ArrayList<>();
    long number = listener.number();
    long offset = memory.tip();
    while (number < memory.end() && !listener.isOver()) {
      if (!memory.has(number)) {
        listener.end(); // Too slow: it comes back, and hears a reset then.
        return List.of();
      }
      LiveEvent event = memory.get(number++);
      String name = event.audience().nameFor(listener.login().caller());
      if (name != null) {
        news.add(new Told(event.offset(), name, event.interventionId(), event.id()));
      }
      if (listener.isEndedBy(event)) {
        listener.end();
      }
      if (news.size() == BATCH) {
        offset = event.offset();
        break;
      }
    }
    listener.placeAt(number, offset, generation);
    return news;
  }
}
