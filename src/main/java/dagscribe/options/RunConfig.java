package dagscribe.options;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run shall do: the command line, parsed once. Immutable and serializable; holds no API
 * key.
 *
 * @param files input and output
 * @param selection which DAGs are asked for
 * @param prompting what is asked
 * @param calling how it is asked
 * @param spending what is paid for, and what is not paid for again
 * @param progress how it is shown how far the run is
 * @param simulatedServer the embedded server, used if the endpoint is the simulated one
 */
public record RunConfig(
    Files files,
    Selection selection,
    Prompting prompting,
    Calling calling,
    Spending spending,
    ProgressStyle progress,
    SimulatedServer simulatedServer)
    implements Serializable {

  /**
   * Parses the options.
   *
   * @throws UsageException if one is missing or has a value that is not allowed
   */
  public static RunConfig from(DagscribeOptions options) {
    return RunConfigParser.parse(options);
  }

  /**
   * Input and output.
   *
   * @param inputPatterns file patterns, at least one
   * @param contentField name of the field that holds the source
   * @param watch how often to look for new files, 1 s or more; null to read once what is there
   * @param outputDirectory directory of the results, without a slash at its end
   * @param overwrite whether another run's results there may be removed
   * @param format shape of an instruction line
   * @param outputShards files per destination, 1..1000; null leaves it to the runner
   * @param maxFailures failed DAGs that are tolerated, 0 or more
   */
  public record Files(
      List<String> inputPatterns,
      String contentField,
      @Nullable Duration watch,
      String outputDirectory,
      boolean overwrite,
      Format format,
      @Nullable Integer outputShards,
      long maxFailures)
      implements Serializable {

    public Files {
      inputPatterns = List.copyOf(inputPatterns);
    }
  }

  /**
   * Which DAGs are asked for.
   *
   * @param maxDags only the so many highest priorities, 1 or more; null for all
   * @param minLines shorter DAGs are skipped, 0 or more
   * @param basicOperators DAGs with no operator but these are skipped; may be empty
   * @param minPriority lower priorities are skipped, 0..1
   */
  public record Selection(
      @Nullable Long maxDags, int minLines, List<String> basicOperators, double minPriority)
      implements Serializable {

    public Selection {
      basicOperators = List.copyOf(basicOperators);
    }
  }

  /**
   * What is asked.
   *
   * @param profile decides what the others leave open
   * @param model id of the model; null for the profile's
   * @param dagsPerCall DAGs in one prompt, 1..20; null lets the run decide
   * @param contentChars characters of source sent per DAG, 500..200000; null for the profile's
   */
  public record Prompting(
      Profile profile,
      @Nullable String model,
      @Nullable Integer dagsPerCall,
      @Nullable Integer contentChars)
      implements Serializable {}

  /**
   * How it is asked.
   *
   * @param endpoint who is asked
   * @param workers calls in flight over the whole job, 1..2000; null lets the run decide
   * @param limits the account's limits
   * @param quota where their levels are kept
   * @param callTimeout wait for one answer, 1 s to 1 h
   * @param maxAttempts attempts of one call, 1..20, the first included
   * @param maxWait longest pause a server may ask for, 1 s or more; null for any
   */
  public record Calling(
      Endpoint endpoint,
      @Nullable Integer workers,
      AccountLimits limits,
      QuotaLocation quota,
      Duration callTimeout,
      int maxAttempts,
      @Nullable Duration maxWait)
      implements Serializable {}

  /**
   * Limits of the account, each 1 or more; null where they are to be learned from the server.
   *
   * @param requestsPerMinute calls
   * @param inputTokensPerMinute uncached input
   * @param outputTokensPerMinute output, thinking included
   */
  public record AccountLimits(
      @Nullable Long requestsPerMinute,
      @Nullable Long inputTokensPerMinute,
      @Nullable Long outputTokensPerMinute)
      implements Serializable {}

  /**
   * What is paid for, and what is not paid for again.
   *
   * @param cache where answers are kept
   * @param maxCostUsd no call is made once so much is spent, 0 or more; null for no cap
   */
  public record Spending(CacheLocation cache, @Nullable BigDecimal maxCostUsd)
      implements Serializable {}

  /**
   * The simulated server; its limits default to those of Anthropic's Start tier.
   *
   * @param port port on loopback; 0 for any free one
   * @param fixedLatency time to answer, zero for none; null models a real server's
   * @param requestsPerMinute limit, 1 or more
   * @param inputTokensPerMinute limit, 1 or more
   * @param outputTokensPerMinute limit, 1 or more
   * @param faults faults to inject; empty for none
   * @param seed seed of latency and faults, 0 or more
   */
  public record SimulatedServer(
      int port,
      @Nullable Duration fixedLatency,
      long requestsPerMinute,
      long inputTokensPerMinute,
      long outputTokensPerMinute,
      String faults,
      long seed)
      implements Serializable {

    /**
     * Parses the options of the simulated server alone.
     *
     * @throws UsageException if one has a value that is not allowed
     */
    public static SimulatedServer from(SimulatedServerOptions options) {
      return RunConfigParser.parse(options);
    }
  }
}
