package dagscribe.generate;

import dagscribe.cache.InstructionCache;
import dagscribe.claude.AccountLimits;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.Prices;
import dagscribe.claude.Profile;
import dagscribe.claude.TokenEstimator;
import dagscribe.delivery.ClaudeClient;
import dagscribe.delivery.ClientSettings;
import dagscribe.prompt.Packer;
import dagscribe.prompt.PromptTemplate;
import dagscribe.sizing.Account;
import dagscribe.sizing.PackSizer;
import dagscribe.source.ContentHash;
import dagscribe.source.Dag;
import dagscribe.source.Origin;
import dagscribe.source.ScoredDag;
import dagscribe.source.airflow.DagFacts;
import dagscribe.source.airflow.FactsReader;
import dagscribe.source.airflow.Priority;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** DAGs for tests, and a generator over a server of the test's own. */
final class Chunks {

  private static final ModelSettings MODEL = Profile.SPEED.settings();

  private Chunks() {}

  static List<ScoredDag> of(int from, int to) {
    return IntStream.range(from, to).mapToObj(Chunks::dag).toList();
  }

  static ScoredDag dag(int number) {
    String content = "from airflow import DAG\ndag = DAG('dag_" + number + "')\n";
    try (FactsReader reader = new FactsReader()) {
      DagFacts facts = reader.read(content);
      Dag dag = new Dag("id" + number, new Origin("f", number + 1L), content, "{}");
      return new ScoredDag(dag, facts, Priority.of(facts), ContentHash.of(content));
    }
  }

  /** Calls that are not repeated, so that nothing waits. */
  static ClaudeClient client(AttemptClient attempts) {
    return ClaudeClient.over(
        attempts,
        new ClientSettings(
            "http://localhost", AccountLimits.LEARNED, 1_000, Duration.ofSeconds(10), 1, null));
  }

  static CachingGenerator generator(ClaudeClient client, InstructionCache cache, int dagsPerCall) {
    CallRecorder recorder = recorder(cache);
    return generator(client, cache, recorder, new DrainControl(), dagsPerCall);
  }

  static CachingGenerator generator(
      ClaudeClient client,
      InstructionCache cache,
      CallRecorder recorder,
      DrainControl drain,
      int dagsPerCall) {
    return generator(client, cache, recorder, drain, new GeneratorRegistry(), dagsPerCall);
  }

  static CallRecorder recorder(InstructionCache cache) {
    return new CallRecorder(
        cache.calls(), InstantSource.system(), () -> UUID.randomUUID().toString());
  }

  static CachingGenerator generator(
      ClaudeClient client,
      InstructionCache cache,
      CallRecorder recorder,
      DrainControl drain,
      GeneratorRegistry registry,
      int dagsPerCall) {
    PromptTemplate template = PromptTemplate.instruction();
    PackSizer sizer = new PackSizer(dagsPerCall);
    GeneratorResources resources =
        new GeneratorResources(
            cache, recorder, client, new TotalsDelta("first", sizer, null), 1, drain, registry);
    AnswerStore store =
        new AnswerStore(
            cache,
            resources::stopAsking,
            MODEL.model(),
            template.version(),
            Prices.of(MODEL.model()).orElseThrow(),
            InstantSource.system());
    RequestFactory requests = new RequestFactory(template, MODEL, new TokenEstimator(200));
    Account account = Account.of(ClientSettings.DEFAULTS, MODEL.model(), client.limiterTotals());
    Packer packer = new Packer(template, Packer.DEFAULT_MAX_INPUT_TOKENS, new Random(1));
    Packing packing = new Packing(packer, sizer, () -> account, requests);
    SystemCache systemCache = new SystemCache(client, requests, recorder, null, 1);
    OtherRuns otherRuns = new OtherRuns(resources, store, OtherRuns.timer());
    PackDispatcher dispatcher =
        new PackDispatcher(client, packing, requests, recorder, systemCache, store, otherRuns);
    return new CachingGenerator(ContentHash::of, 6_000, store, dispatcher, otherRuns, resources);
  }
}
