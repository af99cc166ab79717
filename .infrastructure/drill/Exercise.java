import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * @param seconds within which everything has converged after the fault's end
 * @param byNature how long it takes, where that is more than a minute or two
 */
record Exercise(String name, String what, int seconds, Fault fault, String byNature) {

  private static final int SERVICE = 10;
  private static final int SERVER = 30;

  static final Map<String, Exercise> ALL = new LinkedHashMap<>();

  static {
    List.of(
            of("kill-service", "kill -9 of each of the six services in turn, started again", SERVICE, Processes::killEach),
            of("kill-broker", "kill -9 of RabbitMQ, started again", SERVER, Processes::killBroker),
            of("kill-database", "kill -9 of MySQL, started again", SERVER, Processes::killDatabase),
            of("broker-away", "RabbitMQ stopped for --minutes (10)", SERVER, Processes::brokerAway, "as long as it says"),
            of("relay-between", "kill -9 of a relay between the broker's confirm and the mark in its outbox", SERVICE, Relay::killBetween),
            of("freeze", "a service stopped for a minute (SIGSTOP), then thawed", SERVICE, Processes::freeze),
            of("cut", "one direction of the wires to database and broker dead, one after the other", SERVICE, Wires::cut),
            of("resets", "a storm of connection resets on both wires", SERVICE, Wires::resets),
            of("slow-database", "a database that takes 20 ms longer for each packet, each way", SERVICE, Wires::slowDatabase),
            of("disk-full", "RabbitMQ's disk alarm: publishers are blocked", SERVICE, Processes::diskFull),
            of("repeat", "every event three times and shuffled, to each consumer", SERVICE, Deliveries::repeat),
            of("poison", "no JSON, an unknown version, 10 MB, a NUL, a wrong type, to each consumer", SERVICE, Deliveries::poison),
            of("missing", "one version never delivered to a consumer", SERVICE, Deliveries::missing, "two and a half minutes: the patience with a gap"),
            of("clocks", "the services' clocks two hours from everybody else's, then one service's from the others'", SERVICE, Clocks::apart),
            of("rolling", "each service with events restarted in order, with a second instance of each", SERVICE, Processes::rolling),
            of("together", "three faults at once, chosen by the seed", SERVER, Together::strike))
        .forEach(exercise -> ALL.put(exercise.name(), exercise));
  }

  private static Exercise of(String name, String what, int seconds, Fault fault) {
    return of(name, what, seconds, fault, "");
  }

  private static Exercise of(String name, String what, int seconds, Fault fault, String byNature) {
    return new Exercise(name, what, seconds, fault, byNature);
  }
}
