package dagscribe.plan;

import dagscribe.claude.Models;
import dagscribe.claude.Profile;
import dagscribe.estimate.Candidate;
import dagscribe.estimate.Plan;
import dagscribe.estimate.SurveySettings;
import dagscribe.graph.Estimate;
import dagscribe.limit.AccountLimits;
import dagscribe.options.Endpoint;
import dagscribe.options.PromptingConfig;
import dagscribe.options.RunConfig;
import dagscribe.sim.SimLimits;
import dagscribe.sizing.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptions;

/** Turns the command line into the graph of the estimate. */
public final class EstimatePlanner {

  private final RunConfig config;

  public EstimatePlanner(RunConfig config) {
    this.config = config;
  }

  /**
   * The graph.
   *
   * @throws dagscribe.options.UsageException if the options do not go together
   */
  public Estimate graph(PipelineOptions options, InputFiles input) {
    Plan plan = plan();
    return new Estimate(
        SelectPlanner.plan(
                config, options, input, plan.candidates().stream().map(Candidate::form).toList())
            .once(),
        new SurveySettings(plan.candidates(), CacheChoice.of(config).text()),
        config.files().outputDirectory(),
        plan);
  }

  private Plan plan() {
    return new Plan(
        Version.number(),
        candidates().stream()
            .map(candidate -> new Plan.Option(candidate, capacity(candidate.model().model())))
            .toList(),
        config.prompting().dagsPerCall(),
        limitsSource(),
        config.spending().maxCostUsd());
  }

  /** What the options say, and then every profile as it is. */
  private List<Candidate> candidates() {
    PromptingConfig prompting = config.prompting();
    Profile chosen = prompting.profile();
    Candidate given = new Candidate(name(chosen), prompting.model(), prompting.contentChars());
    List<Candidate> candidates = new ArrayList<>();
    boolean isPlain = given.equals(plain(chosen));
    candidates.add(isPlain ? given : new Candidate("options", given.model(), given.contentChars()));
    Stream.of(Profile.values())
        .filter(profile -> !(isPlain && profile == chosen))
        .map(EstimatePlanner::plain)
        .forEach(candidates::add);
    return candidates;
  }

  private static Candidate plain(Profile profile) {
    return new Candidate(name(profile), profile.settings(), profile.contentChars());
  }

  private static String name(Profile profile) {
    return profile.name().toLowerCase(Locale.ROOT);
  }

  private Capacity capacity(String model) {
    return Capacity.steady(
        config.calling().client(), isSimulated() ? simulatedLimits() : Models.startTier(model));
  }

  private AccountLimits simulatedLimits() {
    SimLimits simulated = config.simulatedServer().limits();
    return new AccountLimits(
        simulated.requestsPerMinute(),
        simulated.inputTokensPerMinute(),
        simulated.outputTokensPerMinute());
  }

  private String limitsSource() {
    return isSimulated() ? "the simulated server's" : "Anthropic's Start tier";
  }

  private boolean isSimulated() {
    return config.calling().endpoint() instanceof Endpoint.Simulated;
  }
}
