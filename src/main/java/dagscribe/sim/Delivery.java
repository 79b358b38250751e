package dagscribe.sim;

import java.io.IOException;

/** Sends answers to calls for messages, and counts them. Thread-safe. */
final class Delivery {

  private final Journal journal;

  Delivery(Journal journal) {
    this.journal = journal;
  }

  /**
   * Sends an answer; that the client is gone is counted, as the API would not know more.
   *
   * @return whether it was sent whole
   */
  boolean reply(HttpCall http, Reply reply) {
    journal.answered(reply.status());
    try {
      http.reply(reply);
      return true;
    } catch (IOException e) {
      journal.undelivered();
      return false;
    }
  }

  void error(HttpCall http, ApiError error) {
    reply(http, Reply.error(error, http.requestId()));
  }

  /** Does the work of a call; a failure of this server itself is answered as status 500. */
  void guard(HttpCall http, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      error(http, new ApiError(500, "api_error", "The simulated server failed: " + e, null));
    }
  }

  /** Closes the connection without an answer. */
  void close(HttpCall http) {
    journal.closed();
    http.abort();
  }
}
