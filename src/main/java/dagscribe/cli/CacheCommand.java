package dagscribe.cli;

import dagscribe.cache.AnswerSelection;
import dagscribe.cache.AnswerStatistics;
import dagscribe.cache.CacheUrl;
import dagscribe.cache.CachedInstruction;
import dagscribe.cache.InstructionCache;
import dagscribe.options.CacheConfig;
import dagscribe.options.CommandLine;
import dagscribe.options.DagscribeOptions;
import dagscribe.options.Secrets;
import dagscribe.options.UsageException;
import dagscribe.plan.Access;
import dagscribe.plan.CacheChoice;
import dagscribe.steps.InputException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code cache}: shows, exports and removes answers of a cache that lasts. */
final class CacheCommand implements CliCommand {

  private final UnaryOperator<@Nullable String> environment;

  /**
   * @param environment value of an environment variable, null if it is not set
   */
  CacheCommand(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  /**
   * Does what is said.
   *
   * @throws UsageException if the cache is none that lasts
   * @throws InputException if its file does not exist
   */
  @Override
  public ExitCode run(
      CommandLine line, DagscribeOptions options, PrintStream out, PrintStream err) {
    Access.complete(options, environment);
    CacheConfig config = CacheConfig.from(line.action(), options);
    CacheUrl url = CacheChoice.of(config.cache(), config.endpoint());
    check(url);
    try (InstructionCache cache = url.open()) {
      Instant now = InstantSource.system().instant();
      AnswerSelection answers = new AnswerSelection(cache, which(config, now));
      switch (config.action()) {
        case STATS -> print(url, answers.statistics(), cache.calls().inDoubt().size(), out);
        case EXPORT -> answers.export(out::println);
        case PRUNE -> out.printf(Locale.ROOT, "removed %d answers%n", answers.prune());
      }
    }
    return ExitCode.DONE;
  }

  private static void check(CacheUrl url) {
    if (!url.outlivesProcess()) {
      throw new UsageException(
          "--cache=" + url.text() + ": keeps nothing; name one with sqlite:PATH or redis://...");
    }
    if (url.file().filter(file -> !Files.exists(Path.of(file))).isPresent()) {
      throw new InputException("--cache=" + url.text() + ": there is no such file");
    }
  }

  private static Predicate<CachedInstruction> which(CacheConfig config, Instant now) {
    Duration olderThan = config.olderThan();
    long youngest = olderThan == null ? Long.MAX_VALUE : now.minus(olderThan).toEpochMilli();
    return answer ->
        answer.createdAtMillis() <= youngest
            && (config.model() == null || config.model().equals(answer.model()))
            && (config.promptVersion() == null
                || config.promptVersion().equals(answer.promptVersion()));
  }

  private static void print(
      CacheUrl url, AnswerStatistics statistics, int callsInDoubt, PrintStream out) {
    AnswerStatistics.Group all = statistics.all();
    line(out, "cache", Secrets.hide(url.text()));
    line(out, "answers", text("%,d (%,d for review)", all.answers(), all.reviews()));
    line(out, "bytes", text("%,d", all.bytes()));
    line(out, "tokens", text("%,d", all.tokens()));
    line(out, "paid", text("$%.4f", all.costUsd()));
    if (all.answers() > 0) {
      line(out, "oldest", Instant.ofEpochMilli(all.oldestMillis()));
      line(out, "newest", Instant.ofEpochMilli(all.newestMillis()));
    }
    line(out, "in doubt", text("%d calls of runs that died", callsInDoubt));
    statistics
        .groups()
        .forEach(
            (name, group) ->
                line(
                    out,
                    "",
                    text("%s: %,d answers, $%.4f", name, group.answers(), group.costUsd())));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static void line(PrintStream out, String name, Object value) {
    out.printf(Locale.ROOT, "%-13s %s%n", name, value);
  }
}
