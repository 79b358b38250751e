package dagscribe.cli;

import dagscribe.claude.FailureKind;
import dagscribe.progress.PlainStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Why a run stopped asking, and what an operator can do about it. */
final class StopAdvice {

  /** From the least to the most grave. */
  private static final List<ExitCode> GRAVITY =
      List.of(
          ExitCode.DONE,
          ExitCode.INTERRUPTED,
          ExitCode.TERMINATED,
          ExitCode.CACHE,
          ExitCode.NOT_ALLOWED);

  private StopAdvice() {}

  /** What a stop means for the exit code; the gravest of several counts. */
  static ExitCode exitCode(Map<String, String> stopped) {
    return stopped.entrySet().stream()
        .map(stop -> exitCode(FailureKind.valueOf(stop.getKey()), stop.getValue()))
        .max(Comparator.comparing(GRAVITY::indexOf))
        .orElse(ExitCode.DONE);
  }

  private static ExitCode exitCode(FailureKind kind, String message) {
    return switch (kind) {
      case COST_CAP -> ExitCode.DONE;
      case STOPPED -> Signals.exitCode(message);
      case CACHE_FAILED -> ExitCode.CACHE;
      default -> ExitCode.NOT_ALLOWED;
    };
  }

  /** One line: what happened and what to do. */
  static String explain(String kind, String message) {
    String sentence = message.replaceFirst("[.!\\s]+$", "");
    return "dagscribe: stopped: "
        + PlainStream.oneLine(sentence)
        + ". "
        + remedy(FailureKind.valueOf(kind));
  }

  private static String remedy(FailureKind kind) {
    String rerun = "then run the same command on the deferred-*.jsonl files";
    return switch (kind) {
      case NOT_AUTHORISED -> "Check ANTHROPIC_API_KEY or ANTHROPIC_AUTH_TOKEN, " + rerun + ".";
      case UNREACHABLE -> "Check --endpoint, ANTHROPIC_BASE_URL and the proxy, " + rerun + ".";
      case SPEND_LIMIT -> "Raise the account's spend limit or wait for it to renew, " + rerun + ".";
      case UNKNOWN_MODEL -> "Choose another --model or --profile, " + rerun + ".";
      case ALL_REFUSED -> "Mend what the server objects to, " + rerun + ".";
      case WAIT_TOO_LONG -> "Wait, or raise --maxWait, " + rerun + ".";
      case COST_CAP -> "Raise --maxCostUsd, " + rerun + ".";
      case CACHE_FAILED -> "Answers in hand are in the output. Mend the cache, " + rerun + ".";
      case STOPPED ->
          "To go on, give the same command again; without a cache that lasts, on the deferred-*.jsonl files.";
      default -> "Check that the server can be reached, " + rerun + ".";
    };
  }
}
