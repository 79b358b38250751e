package dagscribe.estimate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dagscribe.totals.Destination;
import dagscribe.totals.RunTotals;
import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of the lines of the input before anything is asked, each counted where it ends.
 *
 * @param read non-blank lines
 * @param malformed lines that are no record
 * @param skipped DAGs not worth paying for, by reason
 * @param duplicates DAGs equal to a distinct one
 * @param distinct DAGs that need an answer
 */
@JsonIgnoreProperties(value = "balanced", allowGetters = true)
public record Selection(
    long read, long malformed, Map<String, Long> skipped, long duplicates, long distinct) {

  public Selection {
    skipped = new TreeMap<>(skipped);
  }

  static Selection of(RunTotals totals) {
    return new Selection(
        totals.linesRead(),
        totals.output().at(Destination.FAILED).sent(),
        totals.output().at(Destination.SKIPPED).reasons(),
        totals.dags().duplicates(),
        totals.dags().distinct());
  }

  /** DAGs not worth paying for. */
  long allSkipped() {
    return sum(skipped);
  }

  /** Whether every line read is accounted for once. */
  @JsonProperty("balanced")
  public boolean balanced() {
    return read == malformed + allSkipped() + duplicates + distinct;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
