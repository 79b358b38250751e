package dagscribe.generate;

import dagscribe.cache.CallLog;
import dagscribe.cache.InstructionCache;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.Profile;
import dagscribe.delivery.CallJournal;
import dagscribe.delivery.CallResources;
import dagscribe.delivery.ClientSettings;
import dagscribe.delivery.ImmediateWriter;
import dagscribe.limit.AccountLimits;
import dagscribe.source.ContentHash;
import dagscribe.source.Dag;
import dagscribe.source.Origin;
import dagscribe.source.PreparedDag;
import dagscribe.source.ScoredDag;
import dagscribe.source.SentText;
import dagscribe.source.airflow.DagFacts;
import dagscribe.source.airflow.Priority;
import dagscribe.source.airflow.SourceReader;
import dagscribe.worker.JobSettings;
import dagscribe.worker.Runtimes;
import dagscribe.worker.WorkerRegistry;
import dagscribe.worker.WorkerRuntime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** DAGs for tests, and a generator over a server of the test's own. */
public final class Chunks {

  private Chunks() {}

  public static List<PreparedDag> of(int from, int to) {
    return IntStream.range(from, to).mapToObj(Chunks::dag).toList();
  }

  static PreparedDag dag(int number) {
    String content = "from airflow import DAG\ndag = DAG('dag_" + number + "')\n";
    try (SourceReader reader = new SourceReader()) {
      DagFacts facts = reader.facts(content);
      Dag dag = new Dag("id" + number, new Origin("f", number + 1L), content, "{}");
      ScoredDag scored = new ScoredDag(dag, facts, Priority.of(facts), ContentHash.of(content));
      SentText one = new SentText(ContentHash.of(content), null);
      return new PreparedDag(scored, List.of(one, new SentText("another of " + number, null)));
    }
  }

  /** Calls that are not repeated, so that nothing waits. */
  public static final ClientSettings ONE_TRY =
      new ClientSettings(
          "http://localhost", AccountLimits.LEARNED, 1_000, Duration.ofSeconds(10), 1, null);

  public static CallResources calls(AttemptClient server, CallLog log) {
    return new CallResources(server, ImmediateWriter.journal(log), ONE_TRY);
  }

  static OneGenerator generator(AttemptClient server, InstructionCache cache, int dagsPerCall) {
    return generator(server, cache, Runtimes.registry(), dagsPerCall);
  }

  public static OneGenerator generator(
      AttemptClient server, InstructionCache cache, WorkerRegistry registry, int dagsPerCall) {
    return generator(calls(server, cache.calls()), cache, registry, dagsPerCall);
  }

  /** The same with calls that are recorded as in a run, by a thread of its own. */
  static OneGenerator recording(
      AttemptClient server, InstructionCache cache, WorkerRegistry registry, int dagsPerCall) {
    CallJournal journal =
        new CallJournal(cache.calls(), InstantSource.system(), () -> UUID.randomUUID().toString());
    return generator(new CallResources(server, journal, ONE_TRY), cache, registry, dagsPerCall);
  }

  private static OneGenerator generator(
      CallResources calls, InstructionCache cache, WorkerRegistry registry, int dagsPerCall) {
    Pass pass = Pass.first(Profile.SPEED.settings(), 6_000, dagsPerCall);
    JobSettings job = new JobSettings("some job", ONE_TRY, "not used", 1, List.of(pass));
    WorkerRuntime runtime = Runtimes.open(job, cache, calls, registry);
    return new OneGenerator(runtime, runtime.generator(pass.name()));
  }
}
