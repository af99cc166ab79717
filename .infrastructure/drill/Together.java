import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Three at once. */
final class Together {

  private Together() {}

  static void strike(Scene scene) {
    Map<String, Runnable> faults = new LinkedHashMap<>();
    faults.put("kill -9 intervention-service", () -> Processes.killed(scene, "intervention-service"));
    faults.put("kill -9 comment-service", () -> Processes.killed(scene, "comment-service"));
    faults.put("kill -9 rabbitmq", () -> Processes.killed(scene, "rabbitmq", 5_000));
    faults.put("kill -9 mysql", () -> Processes.killed(scene, "mysql", 3_000));
    faults.put("user-service frozen", () -> Processes.frozen(scene, "user-service", 15));
    faults.put("auth-service frozen", () -> Processes.frozen(scene, "auth-service", 15));
    List<String> chosen = new ArrayList<>(faults.keySet());
    Collections.shuffle(chosen, scene.random);
    chosen = chosen.subList(0, 3);
    scene.say("at once: " + String.join(", ", chosen));
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<? extends Future<?>> running = chosen.stream().map(fault -> executor.submit(faults.get(fault))).toList();
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
