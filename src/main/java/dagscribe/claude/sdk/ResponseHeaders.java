package dagscribe.claude.sdk;

import com.anthropic.core.http.Headers;
import dagscribe.limit.AccountView;
import dagscribe.limit.RateLimitView;
import dagscribe.text.PlainText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What an answer's headers say about limits. A header that is missing or makes no sense says
 * nothing: it is for guidance only, and servers other than Anthropic's send none.
 */
final class ResponseHeaders {
  private static final String PREFIX = "anthropic-ratelimit-";
  private static final int MAX_ID_CHARS = 100;

  /** Longer than any run lasts, and short enough to be counted in nanoseconds. */
  private static final Duration LONGEST_DELAY = Duration.ofDays(365);

  /** A bucket is refilled within a minute; clocks that differ add to that. */
  private static final Duration LONGEST_RESET = Duration.ofDays(1);

  private final Headers headers;
  private final Instant now;
  private final BiConsumer<String, String> senseless;

  /**
   * @param senseless told the name and value of each header that makes no sense
   */
  ResponseHeaders(Headers headers, InstantSource clock, BiConsumer<String, String> senseless) {
    this.headers = headers;
    // The server's own clock, when it sends its time: ours may be wrong.
    this.now = httpDate(first("date")).orElseGet(clock::instant);
    this.senseless = senseless;
  }

  AccountView account() {
    return new AccountView(
        rateLimit("requests"), rateLimit("input-tokens"), rateLimit("output-tokens"));
  }

  /**
   * The delay asked for, a year at most; null if there is none, or one that is not in the future.
   */
  @Nullable Duration serverDelay() {
    return number("retry-after-ms")
        .map(millis -> nanos(millis * 1e6))
        .or(() -> number("retry-after").map(seconds -> nanos(seconds * 1e9)))
        .or(() -> httpDate(first("retry-after")).map(at -> Duration.between(now, at)))
        .filter(delay -> !delay.isNegative() && !delay.isZero())
        .map(delay -> delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay)
        .orElse(null);
  }

  // The cast takes what is beyond a long for the longest.
  private static Duration nanos(double nanos) {
    return Duration.ofNanos((long) nanos);
  }

  @Nullable Boolean shouldRetry() {
    String word = first("x-should-retry");
    return word.equals("true") ? Boolean.TRUE : word.equals("false") ? Boolean.FALSE : null;
  }

  String requestId() {
    return PlainText.cut(PlainText.oneLine(first("request-id")), MAX_ID_CHARS);
  }

  /** Where a redirect leads, without user, password and query. */
  String location() {
    String place = first("location").replaceFirst("[?#].*", "").replaceFirst("//[^/]*@", "//");
    return place.isEmpty() ? "nowhere" : place;
  }

  private RateLimitView rateLimit(String name) {
    String limit = PREFIX + name + "-limit";
    Long told = count(limit);
    if (told != null && told > RateLimitView.MAX_PER_MINUTE) {
      senseless.accept(limit, first(limit));
      told = RateLimitView.MAX_PER_MINUTE;
    }
    return new RateLimitView(
        told, count(PREFIX + name + "-remaining"), untilFull(PREFIX + name + "-reset"));
  }

  private @Nullable Duration untilFull(String name) {
    String reset = first(name);
    if (reset.isEmpty()) {
      return null;
    }
    try {
      Duration until = Duration.between(now, Instant.parse(reset));
      if (until.compareTo(LONGEST_RESET) <= 0) {
        return until.isNegative() ? Duration.ZERO : until;
      }
    } catch (DateTimeException e) {
      // Told below, as what is too far.
    }
    senseless.accept(name, reset);
    return null;
  }

  private @Nullable Long count(String name) {
    Optional<Double> number = number(name);
    if (number.isEmpty() ? !first(name).isEmpty() : number.get() < 0) {
      senseless.accept(name, first(name));
      return null;
    }
    return number.map(Double::longValue).orElse(null);
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
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private String first(String name) {
    return headers.values(name).stream().findFirst().map(String::strip).orElse("");
  }
}
