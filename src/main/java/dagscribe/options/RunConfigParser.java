package dagscribe.options;

import dagscribe.options.RunConfig.AccountLimits;
import dagscribe.options.RunConfig.Calling;
import dagscribe.options.RunConfig.Files;
import dagscribe.options.RunConfig.Prompting;
import dagscribe.options.RunConfig.Selection;
import dagscribe.options.RunConfig.SimulatedServer;
import dagscribe.options.RunConfig.Spending;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** Turns options into a {@link RunConfig}: allowed values first, so that parsing cannot fail. */
final class RunConfigParser {

  private RunConfigParser() {}

  static RunConfig parse(DagscribeOptions options) {
    OptionSpec.GROUPS.forEach(group -> check(group, options));
    return new RunConfig(
        files(options),
        selection(options),
        prompting(options),
        calling(options),
        spending(options),
        ProgressStyle.valueOf(options.getProgress().toUpperCase(Locale.ROOT)),
        parse((SimulatedServerOptions) options));
  }

  static SimulatedServer parse(SimulatedServerOptions options) {
    check(SimulatedServerOptions.class, options);
    return new SimulatedServer(
        options.getSimPort(),
        Latency.parse(options.getSimLatency()),
        options.getSimRequestsPerMinute(),
        options.getSimInputTokensPerMinute(),
        options.getSimOutputTokensPerMinute(),
        options.getSimFaults().equals("none") ? "" : options.getSimFaults(),
        options.getSimSeed());
  }

  static void check(Class<? extends PipelineOptions> group, PipelineOptions options) {
    OptionSpec.of(group).forEach(spec -> spec.check(options));
  }

  private static Files files(InputOutputOptions options) {
    int shards = options.getOutputShards();
    return new Files(
        Paths.patterns(given(options.getInput())),
        contentField(options.getContentField()),
        Interval.parse("watch", options.getWatch()),
        Paths.directory(given(options.getOutput())),
        options.isOverwrite(),
        Format.valueOf(options.getFormat().toUpperCase(Locale.ROOT)),
        shards == 0 ? null : shards,
        options.getMaxFailures());
  }

  private static String contentField(String name) {
    if (name.equals("id") || name.equals("metadata")) {
      throw UsageException.of("contentField", name, "another field than id and metadata");
    }
    return name;
  }

  private static Selection selection(SelectionOptions options) {
    String operators = options.getBasicOperators();
    return new Selection(
        number(options.getMaxDags()),
        options.getMinLines(),
        operators.equals("none") ? List.of() : Paths.names(operators),
        options.getMinPriority());
  }

  private static Prompting prompting(AskingOptions options) {
    String model = options.getModel();
    return new Prompting(
        Profile.valueOf(options.getProfile().toUpperCase(Locale.ROOT)),
        model.equals("profile") ? null : model,
        smallNumber(options.getDagsPerCall()),
        smallNumber(options.getContentChars()));
  }

  private static Calling calling(AskingOptions options) {
    AccountLimits limits =
        new AccountLimits(
            number(options.getRateLimit()),
            number(options.getInputTokensPerMinute()),
            number(options.getOutputTokensPerMinute()));
    return new Calling(
        Endpoint.parse(options.getEndpoint()),
        smallNumber(options.getWorkers()),
        limits,
        new QuotaLocation(options.getQuota()),
        Duration.ofSeconds(options.getCallTimeoutSeconds()),
        options.getMaxAttempts(),
        Interval.parse("maxWait", options.getMaxWait()));
  }

  private static Spending spending(AskingOptions options) {
    String cap = options.getMaxCostUsd();
    return new Spending(
        CacheLocation.parse(options.getCache()), isNumber(cap) ? new BigDecimal(cap) : null);
  }

  private static @Nullable Long number(String text) {
    return isNumber(text) ? Long.valueOf(text) : null;
  }

  private static @Nullable Integer smallNumber(String text) {
    return isNumber(text) ? Integer.valueOf(text) : null;
  }

  /** Whether a checked value is a number, and not the word that leaves it to the program. */
  private static boolean isNumber(String text) {
    return Character.isDigit(text.charAt(0));
  }

  private static String given(@Nullable String value) {
    if (value == null) {
      throw new IllegalStateException("a required option was not checked");
    }
    return value;
  }
}
