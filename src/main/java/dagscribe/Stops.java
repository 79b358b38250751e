package dagscribe;

import dagscribe.claude.FailureKind;
import java.util.Collection;

/** Why a run stopped asking, and what an operator can do about it. */
final class Stops {

  private Stops() {}

  /** Whether one of these kinds needs an operator before asking again helps. */
  static boolean isOperatorsTurn(Collection<String> kinds) {
    return kinds.stream().map(FailureKind::valueOf).anyMatch(kind -> kind != FailureKind.COST_CAP);
  }

  /** One line: what happened and what to do. */
  static String explain(String kind, String message) {
    return "dagscribe: stopped: " + message + ". " + remedy(FailureKind.valueOf(kind));
  }

  private static String remedy(FailureKind kind) {
    String rerun = "then run the same command on the deferred-*.jsonl files";
    return switch (kind) {
      case NOT_AUTHORISED -> "Check ANTHROPIC_API_KEY, " + rerun + ".";
      case SPEND_LIMIT -> "Raise the account's spend limit or wait for it to renew, " + rerun + ".";
      case UNKNOWN_MODEL -> "Choose another --model or --profile, " + rerun + ".";
      case COST_CAP -> "Raise --maxCostUsd, " + rerun + ".";
      default -> "Check that the server can be reached, " + rerun + ".";
    };
  }
}
