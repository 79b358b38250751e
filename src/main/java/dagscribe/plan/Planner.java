package dagscribe.plan;

import dagscribe.claude.Prices;
import dagscribe.delivery.ClientSettings;
import dagscribe.generate.Pass;
import dagscribe.graph.Generate;
import dagscribe.limit.Quota;
import dagscribe.options.Endpoint;
import dagscribe.options.FilesConfig;
import dagscribe.options.PromptingConfig;
import dagscribe.options.QuotaLocation;
import dagscribe.options.RunConfig;
import dagscribe.options.UsageException;
import dagscribe.prompt.PromptTemplate;
import dagscribe.quota.RedisQuotaUrl;
import dagscribe.report.RunInfo;
import dagscribe.runner.Runners;
import dagscribe.steps.GenerateInstructions;
import dagscribe.steps.WorkerRequirements;
import dagscribe.worker.JobSettings;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** Turns the command line into the graph: every choice that an option leaves open is made here. */
public final class Planner {

  private final RunConfig config;
  private final PipelineOptions options;
  private final InputFiles input;
  private final @Nullable String simulatedUrl;
  private final Instant started;

  /**
   * @param simulatedUrl address of the embedded server; null if another endpoint is asked
   */
  public Planner(
      RunConfig config,
      PipelineOptions options,
      InputFiles input,
      @Nullable String simulatedUrl,
      Instant started) {
    this.config = config;
    this.options = options;
    this.input = input;
    this.simulatedUrl = simulatedUrl;
    this.started = started;
  }

  /**
   * The graph.
   *
   * @throws UsageException if the options do not go together
   */
  public Generate graph() {
    FilesConfig files = config.files();
    Pass pass = pass();
    JobSettings job = job(pass);
    return new Generate(
        needs(job),
        RunMark.ofCluster(config, options),
        SelectPlanner.plan(config, options, input, List.of(pass.form())),
        Runners.asksBeforeAllAreSeen(options),
        ask(job, pass),
        files.format(),
        files.outputDirectory(),
        outputShards(),
        info(pass.model().model()));
  }

  /** The workers of a cluster have logs that its operator reads, and nothing else to tell him. */
  private GenerateInstructions ask(JobSettings job, Pass pass) {
    GenerateInstructions ask = GenerateInstructions.with(job, pass.name(), partitions());
    return Runners.isLocal(options) ? ask : ask.tellingLogs();
  }

  /** The workers of a local run are this process, which has been looked at. */
  private @Nullable WorkerRequirements needs(JobSettings job) {
    return Runners.isLocal(options)
        ? null
        : new WorkerRequirements(
            baseUrl(),
            job.cache(),
            job.client().quota() instanceof RedisQuotaUrl quota ? quota : null);
  }

  private Pass pass() {
    PromptingConfig prompting = config.prompting();
    return Pass.first(prompting.model(), prompting.contentChars(), prompting.dagsPerCall());
  }

  private JobSettings job(Pass pass) {
    return new JobSettings(
        UUID.randomUUID().toString(),
        client(pass.model().model()),
        CacheChoice.of(config).text(),
        Runners.isLocal(options) ? 1 : partitions(),
        List.of(pass));
  }

  /** Each partition has one call in flight at least. */
  private int partitions() {
    int workers = config.calling().client().workers();
    int partitions = Runners.partitions(options);
    return workers == 0 ? partitions : Math.min(partitions, workers);
  }

  private ClientSettings client(String model) {
    ClientSettings settings =
        config.calling().client().withBaseUrl(baseUrl()).withQuota(quota(model));
    return simulatedUrl == null ? settings : settings.withEmbedded(simulatedUrl);
  }

  private Quota.Factory quota(String model) {
    QuotaLocation location = config.calling().quota();
    return location.isLocal() ? Quota.LOCAL : QuotaChoice.of(location, baseUrl(), model);
  }

  /** Null if each worker asks whom its environment names. */
  private @Nullable String baseUrl() {
    Endpoint endpoint = config.calling().endpoint();
    if (endpoint instanceof Endpoint.Url url) {
      return url.baseUrl().toString();
    }
    return endpoint instanceof Endpoint.Anthropic ? ClientSettings.ANTHROPIC_URL : simulatedUrl;
  }

  private int outputShards() {
    Integer given = config.files().outputShards();
    if (given != null) {
      return given;
    }
    return isWatching() ? 1 : Runners.outputShards(options, input.bytes());
  }

  private boolean isWatching() {
    return config.files().watch() != null;
  }

  private RunInfo info(String model) {
    Endpoint endpoint = config.calling().endpoint();
    String name = endpoint instanceof Endpoint.Url url ? url.baseUrl().toString() : "anthropic";
    return new RunInfo(
        Version.number(),
        started,
        options.getRunner().getSimpleName(),
        simulatedUrl == null ? name : "simulated",
        simulatedUrl != null,
        config.prompting().profile().name().toLowerCase(Locale.ROOT),
        model,
        Prices.of(model).isPresent(),
        PromptTemplate.instruction().version(),
        config.files().format().name().toLowerCase(Locale.ROOT));
  }
}
