package dagscribe.cli;

import dagscribe.options.Secrets;
import dagscribe.options.UsageException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What dagscribe can be told to do. */
enum Command {
  GENERATE("ask for the instruction of every DAG worth asking for (default)"),
  ESTIMATE("say what that would come to: DAGs, tokens, dollars, minutes; asks nobody"),
  CACHE("cache stats, export (JSON lines) or prune: the answers already paid for"),
  SIMULATE("serve a simulated Messages API on loopback");

  private final String purpose;

  Command(String purpose) {
    this.purpose = purpose;
  }

  /** The command of this name; {@code GENERATE} if none is given. */
  static Command of(@Nullable String word) {
    if (word == null) {
      return GENERATE;
    }
    return Arrays.stream(values())
        .filter(command -> command.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new UsageException(refusal(word)));
  }

  private static String refusal(String word) {
    String known = Arrays.stream(values()).map(Command::word).collect(Collectors.joining(", "));
    return "unknown command '"
        + Secrets.hide(word)
        + "': commands are "
        + known
        + "; a file is --input=FILE";
  }

  /** The command as it is typed. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it does, as half a sentence. */
  String purpose() {
    return purpose;
  }
}
