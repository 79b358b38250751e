package dagscribe.cli;

import dagscribe.options.OptionHelp;
import dagscribe.plan.Version;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that ask for a text instead of a run; they win over whatever else is said. */
final class HelpText {

  private static final Set<String> HELP = Set.of("--help", "-h");
  private static final String TOPIC = "--help=";

  private HelpText() {}

  /** Prints what is asked for; false if nothing is. */
  static boolean print(PrintStream out, List<String> words) {
    for (String word : words) {
      if (word.equals("--version")) {
        out.println(Version.text());
        return true;
      } else if (word.startsWith(TOPIC)) {
        OptionHelp.print(out, word.substring(TOPIC.length()));
        return true;
      } else if (HELP.contains(word)) {
        help(out);
        return true;
      }
    }
    return false;
  }

  private static void help(PrintStream out) {
    out.println("Usage: dagscribe [COMMAND] [@FILE.args ...] [--option=value ...]");
    for (Command command : Command.values()) {
      out.printf(Locale.ROOT, "  %-26s %s%n", command.word(), command.purpose());
    }
    out.printf(
        Locale.ROOT, "  %-26s %s%n", "@FILE.args", "one --option=value a line, # starts a comment");
    out.println("The last value of an option counts. The API key comes from ANTHROPIC_API_KEY.");
    out.println(
        "A Redis password comes from DAGSCRIBE_REDIS_PASSWORD, its user from"
            + " DAGSCRIBE_REDIS_USERNAME.");
    OptionHelp.print(out);
    out.println("Runners: --runner=DirectRunner (default) or --runner=FlinkRunner; their options:");
    out.println("  --help=DirectOptions, --help=FlinkPipelineOptions");
    out.println("Exit codes:");
    out.println(
        Arrays.stream(ExitCode.values())
            .map(code -> "  " + code.code() + " " + code.meaning())
            .collect(Collectors.joining(System.lineSeparator())));
  }
}
