package dagscribe.prompt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an answer holds for the DAGs of its pack.
 *
 * @param instructions the instruction of each DAG that got one, by the caller's key, in the order
 *     of the pack
 * @param missing keys of the DAGs that got none, in the order of the pack; to be asked alone
 * @param unknownIds results under an id that was not asked about
 * @param duplicateIds further results for a DAG that had one already
 * @param blank results whose instruction was empty
 * @param tooLong results over {@link AnswerParser#MAX_INSTRUCTION_CHARS}
 */
public record ParsedAnswer(
    Map<String, String> instructions,
    List<String> missing,
    int unknownIds,
    int duplicateIds,
    int blank,
    int tooLong) {

  public ParsedAnswer {
    instructions = Collections.unmodifiableMap(new LinkedHashMap<>(instructions));
    missing = List.copyOf(missing);
  }

  /** Whether every DAG of the pack got an instruction. */
  public boolean complete() {
    return missing.isEmpty();
  }
}
