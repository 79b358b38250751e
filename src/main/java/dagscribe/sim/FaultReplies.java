package dagscribe.sim;

import java.util.Optional;

/** Answers the calls that meet a fault before the model has seen them. */
final class FaultReplies {

  private static final String UNAVAILABLE =
      "<html><head><title>503 Service Temporarily Unavailable</title></head>"
          + "<body><h1>503 Service Temporarily Unavailable</h1></body></html>";

  private final SimState state;
  private final LimitNotice notice;
  private final Delivery delivery;
  private final Delays delays;

  FaultReplies(SimState state, LimitNotice notice, Delivery delivery, Delays delays) {
    this.state = state;
    this.notice = notice;
    this.delivery = delivery;
    this.delays = delays;
  }

  /**
   * Answers the call if its fault is of that kind.
   *
   * @return false if the model is to answer, in whatever way the fault makes it
   */
  boolean reply(HttpCall http, MessageCall call, FaultKind fault) {
    Optional<ApiError> error = fault.error();
    if (error.isPresent()) {
      delivery.reply(http, error(http, call, fault, error.get()));
      return true;
    }
    switch (fault) {
      case UNAVAILABLE -> delivery.reply(http, Reply.html(503, UNAVAILABLE));
      case RESET -> delivery.close(http);
      case HANG -> delays.after(state.faults().hangBound(), () -> delivery.close(http));
      default -> {
        return false;
      }
    }
    return true;
  }

  private Reply error(HttpCall http, MessageCall call, FaultKind fault, ApiError error) {
    Reply reply = Reply.error(error, http.requestId());
    if (error.status() == 429) {
      reply = notice.withLevels(reply, call.model());
    }
    return fault.tellsWhen() ? notice.withRetryAfter(reply, state.faults().retryAfter()) : reply;
  }
}
