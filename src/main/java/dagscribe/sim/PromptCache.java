package dagscribe.sim;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prompt cache: prefixes of prompts that end at a block with a cache_control.
 *
 * <p>An entry can be read once the first answer that wrote it has begun, and until its time to live
 * has passed since the last call that read it. It is found by model, thinking, effort, and the
 * exact text up to its end. Prefixes below the model's minimum are not kept. Thread-safe.
 */
final class PromptCache {

  private static final long MAX_ENTRIES = 100_000;
  private static final Duration HOUR = Duration.ofHours(1);

  private final Cache<HashCode, Entry> entries =
      Caffeine.newBuilder().maximumSize(MAX_ENTRIES).build();
  private final double charsPerToken;

  PromptCache(double charsPerToken) {
    this.charsPerToken = charsPerToken;
  }

  private record Entry(Instant readableFrom, Instant expires) {

    boolean readable(Instant now) {
      return !now.isBefore(readableFrom) && now.isBefore(expires);
    }
  }

  private record Prefix(HashCode key, long tokens, Duration timeToLive) {}

  /** What one call reads and writes. */
  static final class Use {
    private final List<Prefix> prefixes;
    private final BilledTokens input;
    private final Instant at;

    private Use(List<Prefix> prefixes, BilledTokens input, Instant at) {
      this.prefixes = prefixes;
      this.input = input;
      this.at = at;
    }

    /** The prompt's tokens by kind, without any output. */
    BilledTokens input() {
      return input;
    }
  }

  /** Looks a prompt up; changes nothing. */
  Use look(MessageCall call, Instant now) {
    List<Prefix> prefixes = prefixes(call);
    long read = 0;
    long end = 0;
    boolean forAnHour = false;
    for (Prefix prefix : prefixes) {
      Entry entry = entries.getIfPresent(prefix.key());
      read = entry != null && entry.readable(now) ? prefix.tokens() : read;
      end = prefix.tokens();
      forAnHour = prefix.timeToLive().compareTo(HOUR) >= 0;
    }
    long written = end - read;
    long rest = call.promptTokens(charsPerToken) - end;
    BilledTokens input =
        new BilledTokens(rest, forAnHour ? 0 : written, forAnHour ? written : 0, read, 0, 0);
    return new Use(prefixes, input, now);
  }

  /** Keeps what a call wrote and renews what it read, once its answer has begun. */
  void keep(Use use, Instant begun) {
    for (Prefix prefix : use.prefixes) {
      Instant expires = use.at.plus(prefix.timeToLive());
      entries
          .asMap()
          .merge(
              prefix.key(),
              new Entry(begun, expires),
              (old, fresh) -> old.expires().isAfter(use.at) ? renewed(old, fresh) : fresh);
    }
  }

  void clear() {
    entries.invalidateAll();
  }

  private static Entry renewed(Entry old, Entry fresh) {
    return new Entry(
        earlier(old.readableFrom(), fresh.readableFrom()), later(old.expires(), fresh.expires()));
  }

  /* From the shortest to the longest. */
  private List<Prefix> prefixes(MessageCall call) {
    List<Prefix> prefixes = new ArrayList<>();
    HashCode hash = hash(null, call.model().id() + '/' + call.thinking() + '/' + call.effort());
    long chars = 0;
    for (PromptBlock block : call.prompt()) {
      hash = hash(hash, block.text());
      chars += block.text().length();
      long tokens = call.model().tokens(chars, charsPerToken);
      if (block.cachedFor() != null && tokens >= call.model().minCacheTokens()) {
        prefixes.add(new Prefix(hash, tokens, block.cachedFor()));
      }
    }
    return prefixes;
  }

  private static HashCode hash(@Nullable HashCode before, String text) {
    byte[] seed = before == null ? new byte[0] : before.asBytes();
    return Hashing.murmur3_128()
        .newHasher()
        .putBytes(seed)
        .putString(text, StandardCharsets.UTF_8)
        .hash();
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
