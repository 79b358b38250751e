package dagscribe.sim;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Answers with status 200 that are no message. */
final class BrokenBodies {

  private static final String CUT =
      "{\"id\":\"msg_sim_cut\",\"type\":\"message\",\"content\":[{\"ty";

  private BrokenBodies() {}

  /** Cut JSON, an HTML page, or nothing at all. */
  static Reply pick(RandomGenerator random) {
    return switch (random.nextInt(3)) {
      case 0 ->
          new Reply(
              200,
              Map.of("content-type", "application/json"),
              CUT.getBytes(StandardCharsets.UTF_8));
      case 1 -> Reply.html(200, "<html><body>Please sign in to the network.</body></html>");
      default -> new Reply(200, Map.of("content-type", "application/json"), new byte[0]);
    };
  }
}
