package dagscribe.worker;

/**
 * What this process has under way, over all jobs: their runtimes, how far they are, and the one way
 * to end their asking. Thread-safe.
 *
 * <p>There is one for the process, since a runner makes DoFns where nobody else reaches them; it is
 * the only such object.
 */
public final class WorkerRegistry {

  private static final WorkerRegistry PROCESS = new WorkerRegistry();

  private final SharedResources resources = new SharedResources();
  private final DrainControl drain = new DrainControl();
  private final GeneratorRegistry generators = new GeneratorRegistry();
  private final ProcessTotals totals = new ProcessTotals();

  WorkerRegistry() {}

  /** The registry of this process. */
  public static WorkerRegistry ofThisProcess() {
    return PROCESS;
  }

  /** Leases the runtime of a job, which the first lease opens and the last closes. */
  public SharedResources.Lease<WorkerRuntime> lease(JobSettings settings) {
    return resources.lease(settings, () -> WorkerRuntime.open(settings, drain, generators));
  }

  /** What DoFns share beside that. */
  public SharedResources resources() {
    return resources;
  }

  /** Ends the asking of all jobs. */
  public DrainControl drain() {
    return drain;
  }

  /** How far the generators of all jobs are. */
  public GeneratorRegistry generators() {
    return generators;
  }

  /** What the steps of all jobs have counted. */
  public ProcessTotals totals() {
    return totals;
  }

  /** Forgets what jobs that have ended have counted. */
  public void reset() {
    totals.reset();
    generators.reset();
  }
}
