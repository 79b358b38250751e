package dagscribe.claude.sdk;

import com.anthropic.core.http.Headers;
import dagscribe.limit.AccountView;
import dagscribe.limit.LaneView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an answer's headers say about limits. A header that is missing or makes no sense says
 * nothing: it is for guidance only, and servers other than Anthropic's send none.
 */
final class ResponseHeaders {
  private static final String PREFIX = "anthropic-ratelimit-";

  private final Headers headers;
  private final Instant now;

  ResponseHeaders(Headers headers, InstantSource clock) {
    this.headers = headers;
    // The server's own clock, when it sends its time: ours may be wrong.
    this.now = httpDate(first("date")).orElseGet(clock::instant);
  }

  AccountView account() {
    return new AccountView(lane("requests"), lane("input-tokens"), lane("output-tokens"));
  }

  /** The delay asked for; null if there is none, or one that is not in the future. */
  @Nullable Duration serverDelay() {
    Optional<Duration> delay =
        number("retry-after-ms")
            .map(millis -> Duration.ofNanos((long) (millis * 1e6)))
            .or(() -> number("retry-after").map(s -> Duration.ofNanos((long) (s * 1e9))))
            .or(() -> httpDate(first("retry-after")).map(at -> Duration.between(now, at)));
    return delay.filter(value -> !value.isNegative() && !value.isZero()).orElse(null);
  }

  @Nullable Boolean shouldRetry() {
    String word = first("x-should-retry");
    return word.equals("true") ? Boolean.TRUE : word.equals("false") ? Boolean.FALSE : null;
  }

  String requestId() {
    return first("request-id");
  }

  private LaneView lane(String name) {
    return new LaneView(
        count(PREFIX + name + "-limit"),
        count(PREFIX + name + "-remaining"),
        untilFull(first(PREFIX + name + "-reset")));
  }

  private @Nullable Duration untilFull(String reset) {
    if (reset.isEmpty()) {
      return null;
    }
    try {
      Duration until = Duration.between(now, Instant.parse(reset));
      return until.isNegative() ? Duration.ZERO : until;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private @Nullable Long count(String name) {
    return number(name).filter(value -> value >= 0).map(Double::longValue).orElse(null);
  }

  private Optional<Double> number(String name) {
    try {
      double value = Double.parseDouble(first(name));
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> httpDate(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private String first(String name) {
    return headers.values(name).stream().findFirst().map(String::strip).orElse("");
  }
}
