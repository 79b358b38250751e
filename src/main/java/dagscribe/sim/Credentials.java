package dagscribe.sim;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is let in: a key as a bearer token or as x-api-key. */
final class Credentials {

  private static final String BEARER = "bearer ";

  private final @Nullable String acceptedKey;

  /**
   * Credentials.
   *
   * @param acceptedKey the only key that is let in; null lets in every key that is not blank
   */
  Credentials(@Nullable String acceptedKey) {
    this.acceptedKey = acceptedKey;
  }

  /** The error of a call that is not let in. */
  Optional<ApiError> refuse(HttpCall http) {
    Optional<String> apiKey = http.header("x-api-key");
    Optional<String> key = apiKey.or(() -> bearer(http)).filter(each -> !each.isBlank());
    if (key.isEmpty()) {
      return Optional.of(
          ApiError.unauthorised("authorization: Bearer or x-api-key header is required"));
    }
    if (acceptedKey == null || acceptedKey.equals(key.get())) {
      return Optional.empty();
    }
    return Optional.of(
        ApiError.unauthorised(apiKey.isPresent() ? "invalid x-api-key" : "invalid bearer token"));
  }

  private static Optional<String> bearer(HttpCall http) {
    return http.header("authorization")
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()));
  }
}
