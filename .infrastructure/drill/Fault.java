/** Returns once it is over: from then on the suite has its time to be as if nothing had happened. */
@FunctionalInterface
interface Fault {
  void strike(Scene scene);
}
