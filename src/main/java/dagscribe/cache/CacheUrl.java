package dagscribe.cache;

import java.io.Serializable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where answers are kept: {@code none}, {@code memory}, {@code sqlite:PATH}, {@code
 * redis://HOST...} or {@code rediss://HOST...}. Who has one need not know which. May hold a
 * password, and so never shows itself.
 *
 * @param text one of these forms
 */
public record CacheUrl(String text) implements Serializable {

  /** The forms there are, in short. */
  public static final String FORMS = CacheBackend.NAMES;

  /** How the URL of a file begins. */
  public static final String SQLITE = "sqlite:";

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException if it has none of these forms; its message never holds it
   */
  public CacheUrl {
    if (CacheBackend.of(text).isEmpty()) {
      throw CacheBackend.refused("unknown kind of cache");
    }
  }

  /**
   * The cache of a user who names none: a file in the user's cache folder. Empty if he has none.
   *
   * @param environment the environment; {@code XDG_CACHE_HOME} and {@code HOME} count if they are
   *     absolute
   * @param userHome the home folder that the system knows of; without one, Java says {@code ?}
   * @param name of the file, without its ending
   */
  public static Optional<CacheUrl> ofUser(
      Map<String, String> environment, String userHome, String name) {
    return folder(environment.get("XDG_CACHE_HOME"))
        .or(() -> folder(environment.get("HOME")).map(home -> home.resolve(".cache")))
        .or(() -> folder(userHome).map(home -> home.resolve(".cache")))
        .map(folder -> folder.resolve("dagscribe").resolve(name + ".sqlite"))
        .map(file -> new CacheUrl(SQLITE + file));
  }

  private static Optional<Path> folder(@Nullable String name) {
    try {
      return Optional.ofNullable(name).map(Path::of).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * Opens the cache.
   *
   * @throws IllegalArgumentException if a part of the URL is wrong; its message never holds it
   * @throws CacheException if the file or server cannot be used
   */
  public InstructionCache open() {
    return backend().open(text);
  }

  /** Opens a cache that bears with a failure of some seconds, as a long run wants it. */
  public InstructionCache openPatiently() {
    return new RetryingCache(open(), new SystemPause());
  }

  /**
   * Opens the cache to look answers up in it: a file that is not there is not made, and has none.
   */
  public InstructionCache openExisting() {
    return backend().openExisting(text);
  }

  /**
   * Looks whether the cache can be used, a file from end to end, so that a damaged one is reported
   * before anything depends on it.
   *
   * @throws IllegalArgumentException as {@link #open} does
   * @throws CacheException if it cannot be used; the message names the remedy
   */
  public void check() {
    backend().check(text);
  }

  /** Whether the answers outlive the process that stores them. */
  public boolean outlivesProcess() {
    return backend().outlivesProcess();
  }

  /** Whether several processes of one machine see the same answers, be it none. */
  public boolean isShared() {
    return backend().isShared();
  }

  /** Whether other machines see the same answers. */
  public boolean isServer() {
    return backend().isServer();
  }

  /** The path of its file as it is written; empty if it is in none. */
  public Optional<String> file() {
    return Optional.ofNullable(backend().file(text));
  }

  /**
   * Whether the URL itself holds a password.
   *
   * @throws IllegalArgumentException as {@link #open} does
   */
  public boolean hasPassword() {
    return backend().hasPassword(text);
  }

  private CacheBackend backend() {
    return CacheBackend.of(text).orElseThrow();
  }

  /** The kind alone. */
  @Override
  public String toString() {
    return backend().name();
  }
}
