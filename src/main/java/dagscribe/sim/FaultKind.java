package dagscribe.sim;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can go wrong with one call, by the word it has on the command line. */
enum FaultKind {
  BAD_REQUEST("400", error(400, "invalid_request_error", "The request was not understood.")),
  OWN_SPEND_LIMIT(
      "400-spend",
      error(
          400,
          "invalid_request_error",
          "You have reached your specified API usage limits. You will regain access on"
              + " 2026-12-01 at 00:00 UTC.")),
  UNAUTHORISED("401", error(401, "authentication_error", "invalid bearer token")),
  BILLING("402", error(402, "billing_error", "The organization cannot be billed.")),
  FORBIDDEN("403", error(403, "permission_error", "The key may not use this resource.")),
  NOT_FOUND("404", error(404, "not_found_error", "Not found")),
  REQUEST_TIMEOUT("408", error(408, "timeout_error", "The request timed out.")),
  CONFLICT("409", error(409, "conflict_error", "The request conflicts with another one.")),
  TOO_LARGE("413", error(413, "request_too_large", "Request exceeds the maximum size")),
  UNPROCESSABLE("422", error(422, "invalid_request_error", "The request cannot be processed.")),
  RATE_LIMITED("429", limit(null, "Rate limited"), true),
  RATE_LIMITED_WITHOUT_TIME("429-bare", limit(null, "Rate limited")),
  RAMP_LIMITED(
      "429-ramp",
      limit("ramp_limit_exceeded", "Your usage grew too fast. Please ramp up gradually."),
      true),
  SPEND_LIMIT(
      "spend",
      limit(
          "enforced_spend_limit_reached",
          "You have reached your API usage limits: your organization has crossed its monthly API"
              + " usage threshold, set based on your organization's API tier. You will regain"
              + " access on 2026-12-01 at 00:00 UTC.")),
  CONTRACT_SPEND_LIMIT(
      "spend-contract",
      limit("contract_spend_limit_reached", "Your contract's spend limit is reached.")),
  SERVER_ERROR("500", error(500, "api_error", "Internal server error")),
  /** An HTML page, as an edge in front of the API sends it. */
  UNAVAILABLE("503"),
  GATEWAY_TIMEOUT("504", error(504, "timeout_error", "Gateway timeout")),
  OVERLOADED("529", error(529, "overloaded_error", "Overloaded")),
  /** The connection is closed without an answer, before anything was billed. */
  RESET("reset"),
  /** The call is processed and billed, then the connection is closed without an answer. */
  LOST("lost"),
  /** No answer until the hang bound; not billed. */
  HANG("hang"),
  /** The answer takes ten times as long. */
  SLOW("slow"),
  /** The answer is cut in its middle, with stop reason max_tokens. */
  TRUNCATED("truncation"),
  /** Stop reason refusal; the same call is refused again whenever it is made. */
  REFUSAL("refusal"),
  /** Status 200 with a body that is no message: cut JSON, an HTML page, or nothing. */
  BROKEN("broken"),
  /** A message whose text is not the JSON that was asked for. */
  GARBLED("garbled"),
  /** One of the results is left out. */
  MISSING("missing"),
  /** A result too many, under an id that was not asked for. */
  UNKNOWN_ID("unknown-id"),
  /** One id has two results, with different text. */
  DUPLICATE_ID("duplicate-id"),
  /** The results come in reverse order. */
  SWAPPED("swapped");

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts and a number
  private final @Nullable ApiError error;

  private final boolean tellsWhen;

  FaultKind(String word) {
    this(word, null, false);
  }

  FaultKind(String word, ApiError error) {
    this(word, error, false);
  }

  FaultKind(String word, @Nullable ApiError error, boolean tellsWhen) {
    this.word = word;
    this.error = error;
    this.tellsWhen = tellsWhen;
  }

  private static ApiError error(int status, String type, String message) {
    return new ApiError(status, type, message, null);
  }

  private static ApiError limit(@Nullable String code, String message) {
    return new ApiError(429, "rate_limit_error", message, code);
  }

  String word() {
    return word;
  }

  /** The error body it answers with, if it answers with one. */
  Optional<ApiError> error() {
    return Optional.ofNullable(error);
  }

  /** Whether a retry-after comes with it. */
  boolean tellsWhen() {
    return tellsWhen;
  }

  /**
   * The kind of a word.
   *
   * @throws IllegalArgumentException naming every word if there is no such kind
   */
  static FaultKind ofWord(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown fault '" + word + "'; a fault is one of " + words()));
  }

  private static String words() {
    return Arrays.stream(values()).map(FaultKind::word).collect(Collectors.joining(", "));
  }
}
