package dagscribe.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Some answers of a cache, and what an operator can do with them. */
public final class AnswerSelection {

  private final InstructionCache cache;
  private final Predicate<CachedInstruction> which;

  public AnswerSelection(InstructionCache cache, Predicate<CachedInstruction> which) {
    this.cache = cache;
    this.which = which;
  }

  /** Adds them up. */
  public AnswerStatistics statistics() {
    AnswerStatistics statistics = new AnswerStatistics();
    cache.forEach(
        (key, answer) -> {
          if (which.test(answer)) {
            statistics.add(key, answer);
          }
        });
    return statistics;
  }

  /**
   * Gives each as a line of JSON: {@code key}, and the components of {@link CachedInstruction} that
   * are not null.
   */
  public void export(Consumer<String> lines) {
    cache.forEach(
        (key, answer) -> {
          if (which.test(answer)) {
            lines.accept(AnswerJson.line(key, answer));
          }
        });
  }

  /** Removes them for good; gives their number. */
  public long prune() {
    List<String> keys = new ArrayList<>();
    cache.forEach(
        (key, answer) -> {
          if (which.test(answer)) {
            keys.add(key);
          }
        });
    return keys.isEmpty() ? 0 : cache.remove(keys);
  }
}
