package dagscribe.sim;

import java.io.IOException;

/** Answers the calls of one path: now, or later from another thread. */
@FunctionalInterface
interface Endpoint {

  /**
   * Answers one call.
   *
   * @throws IOException if the client is gone
   */
  void handle(HttpCall http) throws IOException;
}
