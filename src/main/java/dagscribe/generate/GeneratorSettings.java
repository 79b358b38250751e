package dagscribe.generate;

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
  public static final int FIRST_OUTPUT_TOKENS = 200;

  @Override
  public InstructionGenerator open() {
    PromptTemplate template = PromptTemplate.instruction();
    InstructionCache answers = InstructionCaches.open(cache);
    ClaudeClient claude = SdkClaude.open(client);
    AnswerStore store =
        new AnswerStore(
            answers,
            model.model(),
            template.version(),
            Prices.of(model.model()).orElse(null),
            InstantSource.system());
    RequestFactory requests =
        new RequestFactory(template, model, new TokenEstimator(FIRST_OUTPUT_TOKENS));
    Packer packer = new Packer(template, dagsPerCall, Packer.DEFAULT_MAX_INPUT_TOKENS);
    return new CachingGenerator(
        AnswerKeys.of(model, template),
        contentChars,
        store,
        new Asker(claude, packer, requests, store),
        answers,
        claude,
        new CallDeltas());
  }
}
