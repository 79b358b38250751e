package dagscribe.prompt;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts the results of one answer into what is usable and what is not. */
final class Tally {

  private final Map<String, String> byKey = new HashMap<>();
  private int unknownIds;
  private int duplicateIds;
  private int blank;
  private int tooLong;

  /** Counts one result; a null key is that of a DAG nobody asked about. */
  void count(@Nullable String key, String instruction) {
    if (key == null) {
      unknownIds++;
    } else if (instruction.isEmpty()) {
      blank++;
    } else if (instruction.length() > AnswerParser.MAX_INSTRUCTION_CHARS) {
      tooLong++;
    } else if (byKey.putIfAbsent(key, instruction) != null) {
      duplicateIds++;
    }
  }

  ParsedAnswer answer(Pack pack) {
    Map<String, String> inOrder = new LinkedHashMap<>();
    Collection<String> asked = pack.keysById().values();
    asked.forEach(key -> inOrder.computeIfAbsent(key, byKey::get));
    return new ParsedAnswer(
        inOrder,
        asked.stream().filter(key -> !byKey.containsKey(key)).toList(),
        unknownIds,
        duplicateIds,
        blank,
        tooLong);
  }
}
