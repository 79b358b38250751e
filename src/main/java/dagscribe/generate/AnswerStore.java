package dagscribe.generate;

import dagscribe.cache.CacheException;
import dagscribe.cache.CachedInstruction;
import dagscribe.cache.InstructionCache;
import dagscribe.claude.Usage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers of a pass that are paid for already, as results. Thread-safe. */
public final class AnswerStore {

  private final InstructionCache cache;
  private final String pass;

  /**
   * @param pass name of the pass
   */
  public AnswerStore(InstructionCache cache, String pass) {
    this.cache = cache;
    this.pass = pass;
  }

  /** Answers that are there already, by key. */
  Map<String, Result> find(Collection<String> keys) {
    Map<String, Result> found = new LinkedHashMap<>();
    cache
        .find(keys)
        .forEach((key, cached) -> found.put(key, result(cached, Result.Origin.CACHED, 0)));
    return found;
  }

  /**
   * What an answer that is kept comes to.
   *
   * @param origin where it comes from in this run
   * @param attempts calls of this run in which the DAG took part
   */
  Result result(CachedInstruction kept, Result.Origin origin, int attempts) {
    CachedInstruction.Review review = kept.review();
    return review == null
        ? instruction(kept, origin)
        : new Result.Review(
            reason(review.reason()),
            review.message(),
            pass,
            kept.instruction(),
            kept.model(),
            attempts);
  }

  private Result.Instruction instruction(CachedInstruction kept, Result.Origin origin) {
    Usage usage =
        new Usage(kept.inputTokens(), kept.outputTokens(), 0, kept.cacheReadInputTokens());
    return new Result.Instruction(
        pass,
        kept.instruction(),
        kept.model(),
        kept.promptVersion(),
        origin,
        usage,
        kept.costUsd());
  }

  private static Result.ReviewReason reason(String name) {
    try {
      return Result.ReviewReason.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new CacheException("the cache holds an answer with an unknown reason for review", e);
    }
  }
}
