package dagscribe.worker;

import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.claude.FailureKind;
import dagscribe.claude.sdk.SdkClaude;
import dagscribe.delivery.CallJournal;
import dagscribe.delivery.CallResources;
import dagscribe.generate.GeneratorMeter;
import dagscribe.generate.InDoubt;
import dagscribe.generate.InstructionGenerator;
import dagscribe.totals.RunTotals;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What one JVM shares for one job, over all its passes: cache and journal of calls, the stop, the
 * money, the calls in flight and a limiter for each model. Opens a generator for each pass.
 * Thread-safe.
 */
public final class WorkerRuntime implements AutoCloseable {

  private final JobSettings settings;
  private final InstructionCache cache;
  private final CallResources calls;
  private final WorkerShare share;
  private final DrainControl.Hold hold;
  private final GeneratorRegistry registry;
  private final Map<String, InstructionGenerator> generators = new HashMap<>();
  private final Deque<GeneratorRegistry.Place> places = new ArrayDeque<>();
  private RunTotals inDoubt;

  /** Owns cache and calls; reads which calls former runs have left open. */
  WorkerRuntime(
      JobSettings settings,
      InstructionCache cache,
      CallResources calls,
      DrainControl drain,
      GeneratorRegistry registry) {
    this.settings = settings;
    this.cache = cache;
    this.calls = calls;
    this.registry = registry;
    this.inDoubt = InDoubt.totals(cache.calls().inDoubt());
    this.share = new WorkerShare(settings.parts(), calls::keepTo);
    this.hold = drain.attach(why -> calls.stop(FailureKind.STOPPED, why), calls::callsInFlight);
  }

  /** Opens cache and connections. The key is read from the environment of this process. */
  static WorkerRuntime open(JobSettings settings, DrainControl drain, GeneratorRegistry registry) {
    InstructionCache cache = InstructionCaches.openPatiently(settings.cache());
    CallJournal journal =
        new CallJournal(cache.calls(), InstantSource.system(), () -> UUID.randomUUID().toString());
    CallResources calls =
        new CallResources(SdkClaude.open(settings.client()), journal, settings.client());
    return new WorkerRuntime(settings, cache, calls, drain, registry);
  }

  /**
   * The generator of a pass, which closes with this.
   *
   * @throws IllegalArgumentException if the job has no pass of this name
   */
  public synchronized InstructionGenerator generator(String pass) {
    return generators.computeIfAbsent(pass, this::open);
  }

  private InstructionGenerator open(String name) {
    PassGenerator opened = new PassGenerator(settings.pass(name), settings.client(), cache, calls);
    GeneratorMeter meter = opened.meter(inDoubt);
    inDoubt = RunTotals.NONE;
    places.add(registry.attach(meter::snapshot));
    int place = settings.place(name);
    return opened.generator(
        place, meter, partition -> share.take(place * settings.partitions() + partition));
  }

  /** Awaits the calls in flight and the keeping of their answers. */
  @Override
  public synchronized void close() {
    generators.values().forEach(InstructionGenerator::close);
    calls.close();
    // Not before: who drains waits for the answers that these awaited.
    hold.close();
    places.forEach(GeneratorRegistry.Place::close);
    cache.close();
  }
}
