package dagscribe.worker;

import dagscribe.cache.InstructionCache;
import dagscribe.delivery.CallResources;

/** Runtimes over a cache and a server of the test's own. */
public final class Runtimes {

  private Runtimes() {}

  public static WorkerRegistry registry() {
    return new WorkerRegistry();
  }

  public static WorkerRuntime open(
      JobSettings settings, InstructionCache cache, CallResources calls, WorkerRegistry registry) {
    return new WorkerRuntime(settings, cache, calls, registry.drain(), registry.generators());
  }
}
