package dagscribe.cache;

import org.jspecify.annotations.Nullable;

/**
 * A cache that cannot be used: the message names the file or server and, where there is one, the
 * remedy. It never holds a password.
 */
public final class CacheException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CacheException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
