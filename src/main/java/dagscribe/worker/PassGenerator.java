package dagscribe.worker;

import dagscribe.cache.InstructionCache;
import dagscribe.claude.ExpectedOutput;
import dagscribe.claude.Price;
import dagscribe.claude.Prices;
import dagscribe.claude.TokenEstimator;
import dagscribe.delivery.CallResources;
import dagscribe.delivery.ClaudeClient;
import dagscribe.delivery.ClientSettings;
import dagscribe.generate.AnswerStore;
import dagscribe.generate.CachingGenerator;
import dagscribe.generate.GeneratorMeter;
import dagscribe.generate.InstructionGenerator;
import dagscribe.generate.InstructionReader;
import dagscribe.generate.OtherRuns;
import dagscribe.generate.PackDispatcher;
import dagscribe.generate.Packing;
import dagscribe.generate.Pass;
import dagscribe.generate.RequestFactory;
import dagscribe.generate.SystemCache;
import dagscribe.generate.TotalsDelta;
import dagscribe.prompt.Packer;
import dagscribe.sizing.Capacity;
import dagscribe.sizing.PackSizer;
import dagscribe.totals.RunTotals;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Puts the generator of a pass together, on what the job's passes share. */
final class PassGenerator {

  /** Calls that start before the first answer where their number is to be found. */
  private static final int FIRST_WAVE = 16;

  private final Pass pass;
  private final ClientSettings settings;
  private final InstructionCache cache;
  private final CallResources calls;
  private final ClaudeClient client;
  private final @Nullable Price price;
  private final PackSizer sizer;

  PassGenerator(Pass pass, ClientSettings settings, InstructionCache cache, CallResources calls) {
    this.pass = pass;
    this.settings = settings;
    this.cache = cache;
    this.calls = calls;
    String model = pass.model().model();
    this.price = Prices.of(model).orElse(null);
    this.sizer = new PackSizer(pass.dagsPerCall());
    this.client =
        calls.client(
            pass.name(),
            model,
            new InstructionReader(model, pass.template().version(), price, InstantSource.system()));
  }

  /**
   * The numbers of the generator.
   *
   * @param beside what is reported with the first of them
   */
  GeneratorMeter meter(RunTotals beside) {
    return new GeneratorMeter(client, new TotalsDelta(pass.name(), sizer, price), beside);
  }

  /**
   * The generator.
   *
   * @param place of the pass among those of the job
   * @param partitions is told of each partition that comes
   */
  InstructionGenerator generator(int place, GeneratorMeter meter, IntConsumer partitions) {
    AnswerStore store = new AnswerStore(cache, pass.name());
    OtherRuns otherRuns = new OtherRuns(calls, cache.calls(), meter, store, OtherRuns.timer());
    return new CachingGenerator(
        place, store, dispatcher(store, otherRuns), otherRuns, calls, meter, partitions);
  }

  private PackDispatcher dispatcher(AnswerStore store, OtherRuns otherRuns) {
    RequestFactory requests =
        new RequestFactory(
            pass.template(), pass.model(), new TokenEstimator(ExpectedOutput.INSTRUCTION));
    Packing packing =
        new Packing(
            new Packer(pass.template(), Packer.DEFAULT_MAX_INPUT_TOKENS, new SecureRandom()),
            sizer,
            () -> Capacity.of(settings, pass.model().model(), client.limiterTotals()),
            requests);
    int workers = settings.workers() == 0 ? FIRST_WAVE : settings.workers();
    SystemCache systemCache = new SystemCache(client, requests, price, workers);
    return new PackDispatcher(client, packing, requests, systemCache, store, otherRuns);
  }
}
