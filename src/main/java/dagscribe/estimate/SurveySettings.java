package dagscribe.estimate;

import dagscribe.cache.InstructionCaches;
import java.io.Serializable;
import java.util.List;

/**
 * Everything a survey needs, ready to travel to a worker.
 *
 * @param candidates the ways to ask, in the order of the passes that DAGs are prepared for
 * @param cache where answers are kept, as {@link InstructionCaches} reads it
 */
public record SurveySettings(List<Candidate> candidates, String cache) implements Serializable {

  public SurveySettings {
    candidates = List.copyOf(candidates);
  }

  /** Opens a survey; a cache that is not there is not made. */
  public Survey open() {
    return new Survey(candidates, InstructionCaches.openExisting(cache));
  }
}
