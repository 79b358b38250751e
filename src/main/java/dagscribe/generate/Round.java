package dagscribe.generate;

import dagscribe.prompt.Pack;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A pack under way: the questions in it and where their results go.
 *
 * @param questions by key, those of the pack among them
 * @param callsAlone calls for the question of a pack of one, this one included
 */
record Round(
    Pack pack,
    Map<String, PendingDag> questions,
    int callsAlone,
    BiConsumer<PendingDag, Result> results) {

  /** The same questions and results in another pack. */
  Round with(Pack other, int calls) {
    return new Round(other, questions, calls, results);
  }

  List<PendingDag> asked() {
    return pack.keysById().values().stream().map(this::question).toList();
  }

  PendingDag question(String key) {
    PendingDag question = questions.get(key);
    if (question == null) {
      throw new IllegalStateException("a pack holds a DAG that nobody asked for");
    }
    return question;
  }

  boolean isAlone() {
    return pack.dagCount() == 1;
  }
}
