package dagscribe.sim;

import java.util.random.RandomGenerator;

/** Answers with status 200 that are no message. */
final class BrokenBodies {

  private static final String CUT =
      "{\"id\":\"msg_sim_cut\",\"type\":\"message\",\"content\":[{\"ty";

  private BrokenBodies() {}

  /** Cut JSON, an HTML page, or nothing at all. */
  static Reply pick(RandomGenerator random) {
    return switch (random.nextInt(3)) {
      case 0 -> Reply.notQuiteJson(200, CUT);
      case 1 -> Reply.html(200, "<html><body>Please sign in to the network.</body></html>");
      default -> Reply.notQuiteJson(200, "");
    };
  }
}
