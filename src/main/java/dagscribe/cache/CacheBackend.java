package dagscribe.cache;

import dagscribe.redis.RedisUrl;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of cache. All that the program knows of a kind stands here. */
enum CacheBackend {
  /** Keeps nothing. */
  NONE {
    @Override
    boolean reads(String url) {
      return url.equals("none");
    }

    @Override
    InstructionCache open(String url) {
      return new NoCache();
    }

    @Override
    boolean outlivesProcess() {
      return false;
    }
  },
  /** Keeps answers until the process ends, within 128 MiB. */
  MEMORY {
    @Override
    boolean reads(String url) {
      return url.equals("memory");
    }

    @Override
    InstructionCache open(String url) {
      return new MemoryCache(MemoryCache.DEFAULT_MAX_BYTES);
    }

    @Override
    boolean outlivesProcess() {
      return false;
    }

    @Override
    boolean isShared() {
      return false;
    }
  },
  /**
   * Keeps answers in a file that several processes of one machine may use at once; a stored answer
   * survives the death of the process and of the machine.
   */
  SQLITE {
    @Override
    boolean reads(String url) {
      String path = file(url);
      return path != null && !path.isBlank() && !OTHER_URL.matcher(path).lookingAt();
    }

    @Override
    InstructionCache open(String url) {
      return SqliteCache.open(path(url));
    }

    @Override
    InstructionCache openExisting(String url) {
      return Files.notExists(path(url)) ? new NoCache() : open(url);
    }

    @Override
    void check(String url) {
      try (SqliteCache cache = SqliteCache.open(path(url))) {
        cache.check();
      }
    }

    @Override
    @Nullable String file(String url) {
      return url.startsWith(CacheUrl.SQLITE) ? url.substring(CacheUrl.SQLITE.length()) : null;
    }

    private Path path(String url) {
      try {
        // The driver would read what follows a question mark as settings.
        if (url.contains("?")) {
          throw refused("sqlite: needs a path, without a question mark");
        }
        return Path.of(url.substring(CacheUrl.SQLITE.length())).toAbsolutePath().normalize();
      } catch (InvalidPathException e) {
        throw refused("sqlite: needs a path: " + e.getReason());
      }
    }
  },
  /**
   * Keeps answers in a Redis server under {@code dagscribe:answer:1:KEY}; a stored answer is as
   * durable as that server is set up to be.
   */
  REDIS {
    @Override
    boolean reads(String url) {
      return RedisUrl.isOne(url);
    }

    @Override
    InstructionCache open(String url) {
      return RedisCache.open(parse(url));
    }

    @Override
    boolean isServer() {
      return true;
    }

    @Override
    boolean hasPassword(String url) {
      return parse(url).password() != null;
    }

    private RedisUrl parse(String url) {
      try {
        return RedisUrl.parse(url);
      } catch (IllegalArgumentException e) {
        throw refused(String.valueOf(e.getMessage()));
      }
    }
  };

  private static final Pattern OTHER_URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{1,30}+:/?/");

  /** The URLs there are, for messages. */
  static final String FORMS =
      "none, memory, sqlite:PATH, redis://[[USER]:PASSWORD@]HOST[:PORT][/DB][?ttlSeconds=N] or"
          + " rediss://... (with TLS)";

  /** The same in short, for an operator who mistyped one. */
  static final String NAMES = "sqlite:PATH, redis://HOST:PORT, rediss://HOST:PORT, memory, none";

  /** The kind that reads this URL. */
  static Optional<CacheBackend> of(String url) {
    return Arrays.stream(values()).filter(backend -> backend.reads(url)).findFirst();
  }

  /** Whether the URL is of this kind, as far as its form says. */
  abstract boolean reads(String url);

  /** See {@link CacheUrl#open}. */
  abstract InstructionCache open(String url);

  /** See {@link CacheUrl#openExisting}. */
  InstructionCache openExisting(String url) {
    return open(url);
  }

  /** See {@link CacheUrl#check}. */
  void check(String url) {
    open(url).close();
  }

  /** Whether answers outlive the process that stores them. */
  boolean outlivesProcess() {
    return true;
  }

  /** Whether several processes of one machine see the same answers. */
  boolean isShared() {
    return true;
  }

  /** Whether other machines see the same answers. */
  boolean isServer() {
    return false;
  }

  /** The path of its file as it is written; null if it is in none. */
  @Nullable String file(String url) {
    return null;
  }

  /** Whether the URL itself holds a password. */
  boolean hasPassword(String url) {
    return false;
  }

  /** A refusal that says why and what there is. It leaves the URL out: it may hold a password. */
  static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("bad cache URL: " + why + "; a cache is " + FORMS);
  }
}
