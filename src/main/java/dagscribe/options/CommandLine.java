package dagscribe.options;

import dagscribe.input.FileNameEncoding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.jspecify.annotations.Nullable;

/**
 * The words of one command line: {@code [COMMAND] [@FILE.args ...] [--option=value ...]}. The
 * command {@code cache} has a second word, which says what to do.
 *
 * <p>Files are read where they stand, and the last value of an option replaces the earlier ones, be
 * it a list or not. The options of Beam and of the runners are accepted beside our own.
 */
public final class CommandLine {

  private static final String TWO_WORDS = "cache";

  private final @Nullable String command;
  private final @Nullable String action;
  private final Map<String, Argument> arguments;

  private CommandLine(
      @Nullable String command, @Nullable String action, Map<String, Argument> arguments) {
    this.command = command;
    this.action = action;
    this.arguments = arguments;
  }

  /**
   * Parses the words.
   *
   * @throws UsageException if one is no option, or an option of ours has a value that is not
   *     allowed
   */
  public static CommandLine parse(String... words) {
    String command = plainWord(words, 0);
    String action = TWO_WORDS.equals(command) ? plainWord(words, 1) : null;
    int first = (command == null ? 0 : 1) + (action == null ? 0 : 1);
    List<Word> expanded = expand(List.of(words).subList(first, words.length));
    ArgumentParser parser = new ArgumentParser();
    Map<String, Argument> arguments = new LinkedHashMap<>();
    for (int i = 0; i < expanded.size(); i++) {
      Word next = i + 1 < expanded.size() ? expanded.get(i + 1) : null;
      Argument argument = parser.parse(expanded.get(i), next);
      arguments.put(argument.name(), argument);
    }
    return new CommandLine(command, action, arguments);
  }

  private static @Nullable String plainWord(String[] words, int index) {
    boolean isPlain =
        words.length > index && !words[index].startsWith("-") && !words[index].startsWith("@");
    return isPlain ? words[index] : null;
  }

  private static List<Word> expand(List<String> words) {
    FileNameEncoding encoding = FileNameEncoding.ofProcess();
    NameCheck.checkWord(encoding, System.getProperty("user.dir", ""));
    List<Word> expanded = new ArrayList<>();
    for (String word : words) {
      NameCheck.checkWord(encoding, word);
      if (word.startsWith("@")) {
        expanded.addAll(ArgumentFile.read(word.substring(1)));
      } else {
        expanded.add(new Word(word, ""));
      }
    }
    return expanded;
  }

  /** The first word if it is no option, null otherwise. */
  public @Nullable String command() {
    return command;
  }

  /** What the command is to do, if it is one that needs to be told; null otherwise. */
  public @Nullable String action() {
    return action;
  }

  /** The names of the options that are given, without dashes. */
  public Set<String> given() {
    return Collections.unmodifiableSet(arguments.keySet());
  }

  /**
   * The options, with Beam's defaults for those that are not given.
   *
   * @throws UsageException if Beam cannot parse one of its own or of a runner's
   */
  public DagscribeOptions options() {
    try {
      return parseByBeam(arguments.values().toArray(Argument[]::new));
    } catch (IllegalArgumentException e) {
      throw culprit(e);
    }
  }

  private static DagscribeOptions parseByBeam(Argument... arguments) {
    String[] words = List.of(arguments).stream().map(Argument::toWord).toArray(String[]::new);
    return PipelineOptionsFactory.fromArgs(words).as(DagscribeOptions.class);
  }

  /** Beam does not name the option that it could not parse; this finds it. */
  private UsageException culprit(IllegalArgumentException failure) {
    for (Argument argument : arguments.values()) {
      try {
        parseByBeam(argument);
      } catch (IllegalArgumentException e) {
        return new UsageException(Secrets.hide(argument.toWord()) + ": " + firstLine(e));
      }
    }
    return new UsageException(firstLine(failure));
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    return Secrets.hideInSentence(message.lines().findFirst().orElse("is refused by Beam"));
  }
}
