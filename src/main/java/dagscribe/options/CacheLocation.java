package dagscribe.options;

import dagscribe.input.FileNameEncoding;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Where answers are kept: {@code default} (what suits the endpoint), {@code sqlite:PATH}, {@code
 * redis://HOST...}, {@code rediss://HOST...}, {@code memory} or {@code none}.
 *
 * @param text one of these forms
 */
public record CacheLocation(String text) implements Serializable {

  private static final String DEFAULT = "default";

  private static final String SQLITE = "sqlite:";
  private static final Pattern OTHER_URL = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+:/?/");

  private static final String ALLOWED =
      "sqlite:PATH, redis://HOST:PORT, rediss://HOST:PORT, memory, none or default";

  public CacheLocation {
    if (!text.equals(DEFAULT) && !isMemory(text) && !isSqlite(text) && !isRedis(text)) {
      throw UsageException.of("cache", text, ALLOWED);
    }
  }

  /**
   * The location that an option gives; a file may be given as a {@code file:} URI.
   *
   * @throws UsageException if it has none of these forms, or the locale cannot carry the path
   */
  static CacheLocation parse(String text) {
    if (!text.startsWith(SQLITE)) {
      return new CacheLocation(text);
    }
    String path = FileUri.path("--cache", text.substring(SQLITE.length()));
    NameCheck.checkPath(FileNameEncoding.ofProcess(), "cache", SQLITE + path);
    return new CacheLocation(SQLITE + path);
  }

  /** Whether the operator leaves the place open. */
  public boolean isDefault() {
    return text.equals(DEFAULT);
  }

  private static boolean isMemory(String text) {
    return text.equals("memory") || text.equals("none");
  }

  private static boolean isSqlite(String text) {
    String path = text.startsWith(SQLITE) ? text.substring(SQLITE.length()) : "";
    return !path.isBlank() && !OTHER_URL.matcher(path).lookingAt();
  }

  static boolean isRedis(String text) {
    if (!text.startsWith("redis://") && !text.startsWith("rediss://")) {
      return false;
    }
    try {
      return new URI(text).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The location without its user and password. */
  @Override
  public String toString() {
    return Secrets.hide(text);
  }
}
