package dagscribe.generate;

import dagscribe.claude.MessageRequest;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.TokenEstimator;
import dagscribe.claude.Usage;
import dagscribe.prompt.Pack;
import dagscribe.prompt.PromptTemplate;
import java.util.Collection;

/** Makes the request for a pack, with the tokens it is expected to use. Thread-safe. */
final class RequestFactory {

  /** No current model writes more in one answer. */
  private static final int MAX_OUTPUT_TOKENS = 128_000;

  private final PromptTemplate template;
  private final ModelSettings settings;
  private final TokenEstimator estimator;

  /**
   * Requests by one template.
   *
   * @param settings model and parameters, the cap on output for a single DAG
   */
  RequestFactory(PromptTemplate template, ModelSettings settings, TokenEstimator estimator) {
    this.template = template;
    this.settings = settings;
    this.estimator = estimator;
  }

  /** The request that asks for every DAG of a pack. */
  MessageRequest of(Pack pack) {
    return new MessageRequest(
        settingsFor(pack.dagCount()),
        template.system(),
        false,
        pack.user(),
        template.schema(),
        estimator.estimate(pack.inputChars(), pack.dagCount()));
  }

  /** Characters that make one token, as learned so far. */
  double charsPerToken() {
    return estimator.charsPerToken();
  }

  /** What questions will use, each in a prompt with others. */
  Work work(Collection<Question> questions) {
    double charsPerToken = estimator.charsPerToken();
    long chars = questions.stream().mapToLong(question -> question.text().length()).sum();
    return new Work(
        questions.size(),
        chars / charsPerToken / questions.size(),
        template.chars() / charsPerToken,
        estimator.outputPerDag());
  }

  /** Takes account of what a pack has used. */
  void learn(Pack pack, Usage usage) {
    estimator.learn(pack.inputChars(), pack.dagCount(), usage);
  }

  // The cap counts against no limit, so it grows with the pack and cuts nothing off.
  private ModelSettings settingsFor(int dags) {
    int maxTokens = (int) Math.min(MAX_OUTPUT_TOKENS, (long) settings.maxTokens() * dags);
    return new ModelSettings(settings.model(), settings.thinking(), settings.effort(), maxTokens);
  }
}
