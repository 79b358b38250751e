package dagscribe.worker;

import dagscribe.cache.InstructionCaches;
import dagscribe.delivery.ClientSettings;
import dagscribe.generate.Pass;
import java.io.Serializable;
import java.util.List;

/**
 * What the workers of a job need to ask, ready to travel to them; holds no key. That is read from
 * the environment of the process that asks.
 *
 * @param job tells the job from any other: what its workers share, they share with no other job
 * @param client how calls are made
 * @param cache where answers are kept, as {@link InstructionCaches} reads it
 * @param partitions in which the work is dealt out to several processes, which share calls in
 *     flight and money; 1 if one process has it all
 * @param passes the ways of asking, of different names; one or more
 */
public record JobSettings(
    String job, ClientSettings client, String cache, int partitions, List<Pass> passes)
    implements Serializable {

  public JobSettings {
    passes = List.copyOf(passes);
    if (passes.isEmpty() || passes.stream().map(Pass::name).distinct().count() < passes.size()) {
      throw new IllegalArgumentException("passes of different names are wanted: " + passes);
    }
  }

  /** Shares into which the work of all passes is cut; 1 if one process has it all. */
  int parts() {
    return partitions == 1 ? 1 : partitions * passes.size();
  }

  /** Where a pass stands among the passes. */
  int place(String pass) {
    return passes.indexOf(pass(pass));
  }

  /**
   * The pass of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Pass pass(String name) {
    return passes.stream()
        .filter(pass -> pass.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no pass " + name));
  }
}
