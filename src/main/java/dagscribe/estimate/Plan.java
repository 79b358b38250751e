package dagscribe.estimate;

import dagscribe.sizing.Capacity;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an estimate is made for.
 *
 * @param dagscribe the version that runs
 * @param options the ways to ask, each with what it may use; the first is what the options say
 * @param dagsPerCall most DAGs in a prompt; 0 leaves the number to the work and the account
 * @param limitsSource where limits come from that the operator does not set, in a few words
 * @param maxCostUsd money that the run may spend, in US dollars; null for no limit
 */
public record Plan(
    String dagscribe,
    List<Option> options,
    int dagsPerCall,
    String limitsSource,
    @Nullable BigDecimal maxCostUsd)
    implements Serializable {

  /** One way to ask, and how fast it may go. */
  public record Option(Candidate candidate, Capacity capacity) implements Serializable {}

  public Plan {
    options = List.copyOf(options);
    if (dagsPerCall < 0) {
      throw new IllegalArgumentException("dagsPerCall must be 0 or more: " + dagsPerCall);
    }
  }

  /** The ways to ask, for a survey. */
  public List<Candidate> candidates() {
    return options.stream().map(Option::candidate).toList();
  }
}
