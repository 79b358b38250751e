package dagscribe.cache;

import java.util.LinkedHashMap;
import java.util.Map;

/** Answers for tests. */
final class Answers {

  private Answers() {}

  static CachedInstruction answer(String instruction) {
    return new CachedInstruction(
        instruction,
        "claude-haiku-5-5",
        "instruction-1",
        120,
        45,
        800,
        0.00042,
        1_760_000_000_000L);
  }

  static Map<String, CachedInstruction> answers(String prefix, int from, int to) {
    Map<String, CachedInstruction> answers = new LinkedHashMap<>();
    for (int i = from; i < to; i++) {
      answers.put(prefix + i, answer("Create DAG " + prefix + i));
    }
    return answers;
  }
}
