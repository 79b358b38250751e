package dagscribe.cache;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What a set of answers amounts to. Not thread-safe. */
public final class AnswerStatistics {

  /**
   * Answers of one model to one version of the prompt.
   *
   * @param answers their number
   * @param reviews those of them that are no instruction
   * @param bytes their keys and values, without what a backend adds
   * @param tokens all tokens paid for
   * @param costUsd what was paid for them, as far as prices were known
   * @param oldestMillis when the first arrived, in milliseconds since 1970
   * @param newestMillis when the last arrived
   */
  public record Group(
      long answers,
      long reviews,
      long bytes,
      long tokens,
      double costUsd,
      long oldestMillis,
      long newestMillis) {

    /** No answer. */
    static final Group NONE = new Group(0, 0, 0, 0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

    private static Group of(String key, CachedInstruction answer) {
      Double costUsd = answer.costUsd();
      String value = AnswerJson.write(answer);
      return new Group(
          1,
          answer.review() == null ? 0 : 1,
          (long) key.length() + value.getBytes(StandardCharsets.UTF_8).length,
          answer.inputTokens() + answer.outputTokens() + answer.cacheReadInputTokens(),
          costUsd == null ? 0 : costUsd,
          answer.createdAtMillis(),
          answer.createdAtMillis());
    }

    private Group plus(Group other) {
      return new Group(
          answers + other.answers,
          reviews + other.reviews,
          bytes + other.bytes,
          tokens + other.tokens,
          costUsd + other.costUsd,
          Math.min(oldestMillis, other.oldestMillis),
          Math.max(newestMillis, other.newestMillis));
    }
  }

  private final Map<String, Group> groups = new TreeMap<>();

  void add(String key, CachedInstruction answer) {
    String name = answer.model() + " " + answer.promptVersion();
    groups.merge(name, Group.of(key, answer), Group::plus);
  }

  /** The answers by model and version of the prompt, with a space between. */
  public Map<String, Group> groups() {
    return Collections.unmodifiableMap(groups);
  }

  /** All of them. */
  public Group all() {
    return groups.values().stream().reduce(Group.NONE, Group::plus);
  }
}
