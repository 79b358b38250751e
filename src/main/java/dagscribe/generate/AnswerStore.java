package dagscribe.generate;

import dagscribe.cache.CacheException;
import dagscribe.cache.CachedInstruction;
import dagscribe.cache.InstructionCache;
import dagscribe.claude.Price;
import dagscribe.claude.Usage;
import dagscribe.prompt.Pack;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers already paid for. What arrives is made durable DAG by DAG before anything else is done
 * with it. Thread-safe.
 */
public final class AnswerStore {

  private final InstructionCache cache;
  private final Consumer<CacheException> onLoss;
  private final String model;
  private final String promptVersion;
  private final @Nullable Price price;
  private final InstantSource clock;
  private final LongAdder notKept = new LongAdder();

  /**
   * A store for the answers of one model to one prompt.
   *
   * @param onLoss told when an answer could not be kept
   * @param price the model's price, null if it is unknown
   */
  public AnswerStore(
      InstructionCache cache,
      Consumer<CacheException> onLoss,
      String model,
      String promptVersion,
      @Nullable Price price,
      InstantSource clock) {
    this.cache = cache;
    this.onLoss = onLoss;
    this.model = model;
    this.promptVersion = promptVersion;
    this.price = price;
    this.clock = clock;
  }

  /** Id of the model that answers. */
  String model() {
    return model;
  }

  /** Answers that are there already, by key. */
  Map<String, Result> find(Collection<String> keys) {
    Map<String, Result> found = new LinkedHashMap<>();
    cache.find(keys).forEach((key, cached) -> found.put(key, found(cached)));
    return found;
  }

  /**
   * Keeps what a pack brought; durable when it returns. If the cache fails, the answers are in hand
   * all the same and go on their way, and whoever asks is told to ask no more.
   *
   * @param call id of the call in the log
   * @param instructions instruction by key, for the DAGs of the pack that got one
   * @param usage what the call used, shared out over them
   */
  Map<String, Result> store(String call, Pack pack, Map<String, String> instructions, Usage usage) {
    UsageShares shares = shares(pack, instructions, usage);
    Map<String, CachedInstruction> kept = new LinkedHashMap<>();
    instructions.forEach(
        (key, text) -> {
          Usage share = shares.next(chars(pack, key), text.length());
          kept.put(key, cached(text, share, null));
        });
    keep(call, kept);
    Map<String, Result> results = new LinkedHashMap<>();
    kept.forEach((key, cached) -> results.put(key, result(cached, Result.Origin.ASKED)));
    return results;
  }

  /**
   * Keeps an answer that is no instruction but was paid for: to ask again would bring the same.
   *
   * @param call id of the call in the log, which asked for nothing else
   * @param text what the model wrote
   */
  void store(String call, String key, Result.Review review, String text, Usage usage) {
    CachedInstruction.Review why =
        new CachedInstruction.Review(review.reason().name(), review.message());
    keep(call, Map.of(key, cached(text, usage, why)));
  }

  private void keep(String call, Map<String, CachedInstruction> answers) {
    try {
      cache.calls().end(call, answers);
    } catch (CacheException e) {
      notKept.add(answers.size());
      onLoss.accept(e);
    }
  }

  /** Answers that could not be kept so far. */
  long notKept() {
    return notKept.sum();
  }

  private CachedInstruction cached(
      String text, Usage usage, CachedInstruction.@Nullable Review review) {
    return new CachedInstruction(
        text,
        model,
        promptVersion,
        usage.inputTokens() + usage.cacheCreationInputTokens(),
        usage.outputTokens(),
        usage.cacheReadInputTokens(),
        price == null ? null : price.usd(usage),
        clock.millis(),
        review);
  }

  private static Result found(CachedInstruction cached) {
    CachedInstruction.Review review = cached.review();
    return review == null
        ? result(cached, Result.Origin.CACHED)
        : new Result.Review(
            reason(review.reason()), review.message(), cached.instruction(), cached.model(), 0);
  }

  private static Result.ReviewReason reason(String name) {
    try {
      return Result.ReviewReason.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new CacheException("the cache holds an answer with an unknown reason for review", e);
    }
  }

  private static Result.Instruction result(CachedInstruction cached, Result.Origin origin) {
    Usage usage =
        new Usage(cached.inputTokens(), cached.outputTokens(), 0, cached.cacheReadInputTokens());
    return new Result.Instruction(
        cached.instruction(),
        cached.model(),
        cached.promptVersion(),
        origin,
        usage,
        cached.costUsd());
  }

  private static UsageShares shares(Pack pack, Map<String, String> instructions, Usage usage) {
    long input = instructions.keySet().stream().mapToLong(key -> chars(pack, key)).sum();
    long output = instructions.values().stream().mapToLong(String::length).sum();
    return new UsageShares(usage, input, output);
  }

  private static long chars(Pack pack, String key) {
    return pack.charsByKey().getOrDefault(key, 0);
  }
}
