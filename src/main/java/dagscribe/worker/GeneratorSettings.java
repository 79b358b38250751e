package dagscribe.worker;

import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.claude.ExpectedOutput;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.Price;
import dagscribe.claude.Prices;
import dagscribe.claude.TokenEstimator;
import dagscribe.claude.sdk.SdkClaude;
import dagscribe.delivery.CallJournal;
import dagscribe.delivery.CallResources;
import dagscribe.delivery.ClaudeClient;
import dagscribe.delivery.ClientSettings;
import dagscribe.generate.AnswerKeys;
import dagscribe.generate.AnswerStore;
import dagscribe.generate.CachingGenerator;
import dagscribe.generate.DrainControl;
import dagscribe.generate.GeneratorRegistry;
import dagscribe.generate.GeneratorResources;
import dagscribe.generate.InstructionGenerator;
import dagscribe.generate.InstructionReader;
import dagscribe.generate.OtherRuns;
import dagscribe.generate.PackDispatcher;
import dagscribe.generate.Packing;
import dagscribe.generate.RequestFactory;
import dagscribe.generate.SystemCache;
import dagscribe.generate.TotalsDelta;
import dagscribe.prompt.Packer;
import dagscribe.prompt.PromptTemplate;
import dagscribe.sizing.Capacity;
import dagscribe.sizing.PackSizer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Everything a generator needs, ready to travel to a worker; holds no key. The key is read from the
 * environment of the process that opens the generator.
 *
 * @param client how calls are made
 * @param model model and parameters
 * @param dagsPerCall DAGs in one prompt, 1 to 20; 0 leaves the number to the work and the account
 * @param cache where answers are kept, as {@link InstructionCaches} reads it
 * @param partitions in which the work is dealt out to several processes, which share calls in
 *     flight and money; 1 if one process has it all
 */
public record GeneratorSettings(
    ClientSettings client, ModelSettings model, int dagsPerCall, String cache, int partitions)
    implements InstructionGenerator.Factory {

  /** Calls that start before the first answer where their number is to be found. */
  private static final int FIRST_WAVE = 16;

  @Override
  public InstructionGenerator open() {
    return open(
        InstructionCaches.openPatiently(cache),
        DrainControl.ofThisProcess(),
        GeneratorRegistry.ofThisProcess());
  }

  private InstructionGenerator open(
      InstructionCache answers, DrainControl drain, GeneratorRegistry registry) {
    PromptTemplate template = PromptTemplate.instruction();
    InstantSource clock = InstantSource.system();
    Price price = Prices.of(model.model()).orElse(null);
    CallJournal journal =
        new CallJournal(answers.calls(), clock, () -> UUID.randomUUID().toString());
    CallResources calls = new CallResources(SdkClaude.open(client), journal, client);
    ClaudeClient claude =
        calls.client(
            AnswerKeys.PASS,
            model.model(),
            new InstructionReader(model.model(), template.version(), price, clock));
    PackSizer sizer = new PackSizer(dagsPerCall);
    GeneratorResources resources =
        new GeneratorResources(
            answers,
            calls,
            claude,
            new TotalsDelta(AnswerKeys.PASS, sizer, price),
            partitions,
            drain,
            registry);
    AnswerStore store = new AnswerStore(answers);
    RequestFactory requests =
        new RequestFactory(template, model, new TokenEstimator(ExpectedOutput.INSTRUCTION));
    Packing packing =
        new Packing(
            new Packer(template, Packer.DEFAULT_MAX_INPUT_TOKENS, new SecureRandom()),
            sizer,
            () -> Capacity.of(client, model.model(), claude.limiterTotals()),
            requests);
    SystemCache systemCache =
        new SystemCache(
            claude, requests, price, client.workers() == 0 ? FIRST_WAVE : client.workers());
    OtherRuns otherRuns = new OtherRuns(resources, store, OtherRuns.timer());
    PackDispatcher dispatcher =
        new PackDispatcher(claude, packing, requests, systemCache, otherRuns);
    return new CachingGenerator(store, dispatcher, otherRuns, resources);
  }
}
