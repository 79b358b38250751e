package dagscribe.generate;

import dagscribe.cache.CallLog;
import dagscribe.cache.InstructionCache;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.Price;
import dagscribe.claude.Prices;
import dagscribe.claude.Profile;
import dagscribe.claude.TokenEstimator;
import dagscribe.delivery.CallJournal;
import dagscribe.delivery.CallResources;
import dagscribe.delivery.ClaudeClient;
import dagscribe.delivery.ClientSettings;
import dagscribe.delivery.ImmediateWriter;
import dagscribe.limit.AccountLimits;
import dagscribe.prompt.Packer;
import dagscribe.prompt.PromptTemplate;
import dagscribe.sizing.Capacity;
import dagscribe.sizing.PackSizer;
import dagscribe.source.ContentHash;
import dagscribe.source.Dag;
import dagscribe.source.Origin;
import dagscribe.source.PreparedDag;
import dagscribe.source.ScoredDag;
import dagscribe.source.SentText;
import dagscribe.source.airflow.DagFacts;
import dagscribe.source.airflow.Priority;
import dagscribe.source.airflow.SourceReader;
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

  static List<PreparedDag> of(int from, int to) {
    return IntStream.range(from, to).mapToObj(Chunks::dag).toList();
  }

  static PreparedDag dag(int number) {
    String content = "from airflow import DAG\ndag = DAG('dag_" + number + "')\n";
    try (SourceReader reader = new SourceReader()) {
      DagFacts facts = reader.facts(content);
      Dag dag = new Dag("id" + number, new Origin("f", number + 1L), content, "{}");
      ScoredDag scored = new ScoredDag(dag, facts, Priority.of(facts), ContentHash.of(content));
      return new PreparedDag(scored, List.of(new SentText(ContentHash.of(content), null)));
    }
  }

  /** Calls that are not repeated, so that nothing waits. */
  static final ClientSettings ONE_TRY =
      new ClientSettings(
          "http://localhost", AccountLimits.LEARNED, 1_000, Duration.ofSeconds(10), 1, null);

  static CallResources calls(AttemptClient server, CallLog log) {
    return new CallResources(server, ImmediateWriter.journal(log), ONE_TRY);
  }

  static CachingGenerator generator(AttemptClient server, InstructionCache cache, int dagsPerCall) {
    return generator(server, cache, new DrainControl(), new GeneratorRegistry(), dagsPerCall);
  }

  static CachingGenerator generator(
      AttemptClient server,
      InstructionCache cache,
      DrainControl drain,
      GeneratorRegistry registry,
      int dagsPerCall) {
    return generator(calls(server, cache.calls()), cache, drain, registry, dagsPerCall);
  }

  /** The same with calls that are recorded as in a run, by a thread of its own. */
  static CachingGenerator recording(
      AttemptClient server, InstructionCache cache, DrainControl drain, int dagsPerCall) {
    CallJournal journal =
        new CallJournal(cache.calls(), InstantSource.system(), () -> UUID.randomUUID().toString());
    CallResources calls = new CallResources(server, journal, ONE_TRY);
    return generator(calls, cache, drain, new GeneratorRegistry(), dagsPerCall);
  }

  private static CachingGenerator generator(
      CallResources calls,
      InstructionCache cache,
      DrainControl drain,
      GeneratorRegistry registry,
      int dagsPerCall) {
    PromptTemplate template = PromptTemplate.instruction();
    Price price = Prices.of(MODEL.model()).orElseThrow();
    ClaudeClient client =
        calls.client(
            "some pass",
            MODEL.model(),
            new InstructionReader(
                MODEL.model(), template.version(), price, InstantSource.system()));
    PackSizer sizer = new PackSizer(dagsPerCall);
    GeneratorResources resources =
        new GeneratorResources(
            cache, calls, client, new TotalsDelta("some pass", sizer, null), 1, drain, registry);
    AnswerStore store = new AnswerStore(cache);
    RequestFactory requests = new RequestFactory(template, MODEL, new TokenEstimator(200));
    Capacity account = Capacity.of(ClientSettings.DEFAULTS, MODEL.model(), client.limiterTotals());
    Packer packer = new Packer(template, Packer.DEFAULT_MAX_INPUT_TOKENS, new Random(1));
    Packing packing = new Packing(packer, sizer, () -> account, requests);
    SystemCache systemCache = new SystemCache(client, requests, null, 1);
    OtherRuns otherRuns = new OtherRuns(resources, store, OtherRuns.timer());
    PackDispatcher dispatcher =
        new PackDispatcher(client, packing, requests, systemCache, otherRuns);
    return new CachingGenerator(store, dispatcher, otherRuns, resources);
  }
}
