package dagscribe.sim;

import java.time.Duration;
import java.time.InstantSource;

/** Tells clients of the limits: in headers, and in the answer to a call that is not let in. */
final class LimitNotice {

  private final LimitBook limits;
  private final InstantSource clock;
  private final boolean silent;

  /**
   * Notices.
   *
   * @param silent whether all headers are left out, retry-after too
   */
  LimitNotice(LimitBook limits, InstantSource clock, boolean silent) {
    this.limits = limits;
    this.clock = clock;
    this.silent = silent;
  }

  /** The reply with the headers of the model's limits as they are now. */
  Reply withLevels(Reply reply, ModelSpec model) {
    return silent ? reply : reply.with(LimitHeaders.of(limits.of(model).levels(), clock.instant()));
  }

  Reply withRetryAfter(Reply reply, Duration wait) {
    return silent ? reply : reply.with(LimitHeaders.RETRY_AFTER, LimitHeaders.seconds(wait));
  }

  /** The answer to a call that is not let in. */
  Reply refusal(HttpCall http, ModelSpec model, ModelLimits.Refused refused) {
    ApiError error = ApiError.rateLimited(message(model, refused.limit()));
    Reply reply = withLevels(Reply.error(error, http.requestId()), model);
    return withRetryAfter(reply, refused.retryAfter());
  }

  private static String message(ModelSpec model, String limit) {
    return "This request would exceed your organization's rate limit of %s (org: %s, model: %s)."
            .formatted(limit, Router.ORGANIZATION, model.id())
        + " For details, refer to: https://docs.claude.com/en/api/rate-limits. You can see the"
        + " response headers for current usage. Please reduce the prompt length or the maximum"
        + " tokens requested, or try again later.";
  }
}
