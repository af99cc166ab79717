package com.accordenergie.intervention;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many, let go in the same moment. */
final class AtOnce {

  @FunctionalInterface
  interface Attempt<T> {
    T make(int number) throws Exception;
  }

  private AtOnce() {}

  static <T> List<T> with(int many, Attempt<T> attempt) {
    var start = new CyclicBarrier(many);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<T>> attempts =
          IntStream.range(0, many)
              .<Callable<T>>mapToObj(
                  number ->
                      () -> {
                        start.await();
                        return attempt.make(number);
                      })
              .toList();
      return threads.invokeAll(attempts).stream().map(AtOnce::result).toList();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }
}
