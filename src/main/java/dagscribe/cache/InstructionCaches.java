package dagscribe.cache;

import dagscribe.redis.RedisUrl;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opens the cache that a URL names. */
public final class InstructionCaches {

  /** The URLs there are, for messages and help. */
  public static final String FORMS =
      "none, memory, sqlite:PATH, redis://[[USER]:PASSWORD@]HOST[:PORT][/DB][?ttlSeconds=N] or"
          + " rediss://... (with TLS)";

  private static final Pattern OTHER_URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{1,30}+:/?/");

  private InstructionCaches() {}

  /**
   * Opens a cache.
   *
   * <ul>
   *   <li>{@code none} keeps nothing.
   *   <li>{@code memory} keeps answers until the process ends, within 128 MiB.
   *   <li>{@code sqlite:PATH} keeps them in a file that several processes of one machine may use at
   *       once; a stored answer survives the death of the process and of the machine.
   *   <li>{@code redis://} and {@code rediss://} keep them in a Redis server under {@code
   *       dagscribe:answer:1:KEY}; a stored answer is as durable as that server is set up to be.
   * </ul>
   *
   * @throws IllegalArgumentException if the URL is none of these; its message never holds the URL
   * @throws CacheException if the file or server cannot be used
   */
  public static InstructionCache open(String url) {
    if (url.equals("none")) {
      return new NoCache();
    }
    if (url.equals("memory")) {
      return new MemoryCache(MemoryCache.DEFAULT_MAX_BYTES);
    }
    if (url.startsWith("sqlite:")) {
      return SqliteCache.open(sqlitePath(url.substring("sqlite:".length())));
    }
    if (url.startsWith("redis://") || url.startsWith("rediss://")) {
      return RedisCache.open(redisUrl(url));
    }
    throw refused("unknown kind of cache");
  }

  /**
   * Opens a cache that bears with a failure of some seconds, as a long run wants it.
   *
   * @throws IllegalArgumentException as {@link #open} does
   * @throws CacheException if the file or server cannot be used now
   */
  public static InstructionCache openPatiently(String url) {
    return new RetryingCache(open(url), new SystemPause());
  }

  /**
   * Looks whether a cache can be used, a file from end to end, so that a damaged one is told before
   * anything depends on it.
   *
   * @throws IllegalArgumentException as {@link #open} does
   * @throws CacheException if it cannot be used; the message names the remedy
   */
  public static void check(String url) {
    try (InstructionCache cache = open(url)) {
      if (cache instanceof SqliteCache file) {
        file.check();
      }
    }
  }

  /** Whether the answers outlive the process that stores them. */
  public static boolean outlivesProcess(String url) {
    return !url.equals("none") && !url.equals("memory");
  }

  /**
   * Opens a cache to look answers up in it: a file that is not there is not made, and has none.
   *
   * @throws IllegalArgumentException as {@link #open} does
   * @throws CacheException as {@link #open} does
   */
  public static InstructionCache openExisting(String url) {
    boolean isMissing =
        url.startsWith("sqlite:") && Files.notExists(sqlitePath(url.substring("sqlite:".length())));
    return isMissing ? new NoCache() : open(url);
  }

  /**
   * The cache of a user who names none: a file in the user's cache folder. Empty if he has none.
   *
   * @param environment the environment; {@code XDG_CACHE_HOME} and {@code HOME} count if they are
   *     absolute
   * @param userHome the home folder that the system knows of; without one, Java says {@code ?}
   */
  public static Optional<String> defaultUrl(Map<String, String> environment, String userHome) {
    return folder(environment.get("XDG_CACHE_HOME"))
        .or(() -> folder(environment.get("HOME")).map(home -> home.resolve(".cache")))
        .or(() -> folder(userHome).map(home -> home.resolve(".cache")))
        .map(folder -> "sqlite:" + folder.resolve("dagscribe").resolve("answers.sqlite"));
  }

  private static Optional<Path> folder(@Nullable String name) {
    try {
      return Optional.ofNullable(name).map(Path::of).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A refusal that says why and what there is. It leaves the URL out: it may hold a password. */
  static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("bad cache URL: " + why + "; a cache is " + FORMS);
  }

  private static RedisUrl redisUrl(String url) {
    try {
      return RedisUrl.parse(url);
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private static Path sqlitePath(String path) {
    // The driver would read what follows a question mark as settings.
    if (path.isBlank() || path.contains("?") || OTHER_URL.matcher(path).lookingAt()) {
      throw refused("sqlite: needs a path, without a question mark");
    }
    try {
      return Path.of(path).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw refused("sqlite: needs a path: " + e.getReason());
    }
  }
}
