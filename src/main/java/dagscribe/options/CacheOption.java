package dagscribe.options;

import dagscribe.cache.CacheUrl;
import dagscribe.input.FileNameEncoding;
import org.jspecify.annotations.Nullable;

/** The value of {@code --cache}. */
final class CacheOption {

  private static final String DEFAULT = "default";

  private CacheOption() {}

  /**
   * The cache that is named; null if the operator leaves it open. A file may be given as a {@code
   * file:} URI.
   *
   * @throws UsageException if it has none of these forms, or the locale cannot carry the path
   */
  static @Nullable CacheUrl parse(String text) {
    if (text.equals(DEFAULT)) {
      return null;
    }
    CacheUrl url = url(text);
    url.file()
        .ifPresent(
            file ->
                NameCheck.checkPath(FileNameEncoding.ofProcess(), "cache", CacheUrl.SQLITE + file));
    return url;
  }

  private static CacheUrl url(String text) {
    try {
      return text.startsWith(CacheUrl.SQLITE)
          ? new CacheUrl(
              CacheUrl.SQLITE + FileUri.path("--cache", text.substring(CacheUrl.SQLITE.length())))
          : new CacheUrl(text);
    } catch (IllegalArgumentException e) {
      throw UsageException.of("cache", text, CacheUrl.FORMS + " or default");
    }
  }
}
