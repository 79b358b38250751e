package dagscribe.cache;

import org.jspecify.annotations.Nullable;

/**
 * A cache that cannot be used: the message names the file or server and, where there is one, the
 * remedy. It never holds a password.
 */
public final class CacheException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean isLasting;

  public CacheException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  private CacheException(String message, @Nullable Throwable cause, boolean isLasting) {
    super(message, cause);
    this.isLasting = isLasting;
  }

  /** One that no waiting mends. */
  static CacheException lasting(String message, @Nullable Throwable cause) {
    return new CacheException(message, cause, true);
  }

  boolean isLasting() {
    return isLasting;
  }
}
