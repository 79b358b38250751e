package dagscribe.generate;

import dagscribe.cache.CacheKey;
import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.claude.ClaudeClient;
import dagscribe.claude.ClientSettings;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.Prices;
import dagscribe.claude.TokenEstimator;
import dagscribe.claude.sdk.SdkClaude;
import dagscribe.prompt.Packer;
import dagscribe.prompt.PromptTemplate;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Everything a generator needs, ready to travel to a worker; holds no key. The key is read from the
 * environment of the process that opens the generator.
 *
 * @param client how calls are made
 * @param model model and parameters
 * @param contentChars budget of source sent for each DAG, in characters
 * @param dagsPerCall DAGs in one prompt, 1 to 20
 * @param cache where answers are kept, as {@link InstructionCaches} reads it
 */
public record GeneratorSettings(
    ClientSettings client, ModelSettings model, int contentChars, int dagsPerCall, String cache)
    implements InstructionGenerator.Factory {

  /** Output tokens of an instruction before anything is learned: 100 words and their frame. */
  private static final int FIRST_OUTPUT_TOKENS = 200;

  private static final String PASS = "first";

  @Override
  public InstructionGenerator open() {
    return open(InstructionCaches.openPatiently(cache), Brake.ofThisProcess());
  }

  private InstructionGenerator open(InstructionCache answers, Brake brake) {
    PromptTemplate template = PromptTemplate.instruction();
    InstantSource clock = InstantSource.system();
    CallRecorder recorder =
        new CallRecorder(answers.calls(), clock, () -> UUID.randomUUID().toString());
    ClaudeClient claude =
        SdkClaude.open(client, attempts -> new RecordingClient(attempts, recorder));
    Workshop workshop = new Workshop(answers, recorder, claude, brake);
    AnswerStore store =
        new AnswerStore(
            answers,
            workshop::stopAsking,
            model.model(),
            template.version(),
            Prices.of(model.model()).orElse(null),
            clock);
    RequestFactory requests =
        new RequestFactory(template, model, new TokenEstimator(FIRST_OUTPUT_TOKENS));
    Packer packer = new Packer(template, dagsPerCall, Packer.DEFAULT_MAX_INPUT_TOKENS);
    Asker asker = new Asker(claude, packer, requests, recorder, store);
    return new CachingGenerator(keys(template), contentChars, store, asker, workshop);
  }

  private UnaryOperator<String> keys(PromptTemplate template) {
    ModelSettings.Effort effort = model.effort();
    CacheKey key =
        new CacheKey(
            PASS,
            model.model(),
            model.thinking().name(),
            effort == null ? null : effort.name(),
            model.maxTokens(),
            template.version(),
            template.system(),
            template.schema());
    return key::of;
  }
}
