package dagscribe.sim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How often the answer for each DAG source was paid for, and how often it was sent whole, by model.
 *
 * <p>Sent whole means that the machine took every byte of it for a connection that was open. A
 * client that dies at that very moment may not have read it; no server can know. Not thread-safe.
 */
final class DagBook {

  private record Key(String model, String sha256) {}

  /**
   * One source.
   *
   * @param model id of the model that was asked
   * @param sha256 hash of the source as it was sent, in hexadecimal
   * @param billed messages paid for in which the source was
   * @param delivered messages among them that were sent whole
   */
  record Entry(String model, String sha256, long billed, long delivered) {

    private Entry plus(Entry other) {
      return new Entry(model, sha256, billed + other.billed, delivered + other.delivered);
    }
  }

  private final Map<Key, Entry> entries = new LinkedHashMap<>();

  void billed(ModelSpec model, List<DagBlock> dags) {
    dags.forEach(dag -> add(new Entry(model.id(), dag.sha256(), 1, 0)));
  }

  void delivered(ModelSpec model, List<DagBlock> dags) {
    dags.forEach(dag -> add(new Entry(model.id(), dag.sha256(), 0, 1)));
  }

  void notDelivered(ModelSpec model, List<DagBlock> dags) {
    dags.forEach(dag -> add(new Entry(model.id(), dag.sha256(), 0, -1)));
  }

  private void add(Entry more) {
    entries.merge(new Key(more.model(), more.sha256()), more, Entry::plus);
  }

  long count(Predicate<Entry> which) {
    return entries.values().stream().filter(which).count();
  }

  List<Entry> all() {
    return List.copyOf(entries.values());
  }

  void clear() {
    entries.clear();
  }
}
