package dagscribe.totals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;

/**
 * What one way to ask would have to do, as a survey finds it.
 *
 * @param asked DAGs to ask about
 * @param cached DAGs whose answer is in the cache
 * @param shared DAGs that are shortened to the same text as another and share its answer
 * @param chars characters that those asked about add to messages
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record SurveyTotals(long asked, long cached, long shared, long chars)
    implements Serializable {

  /** No DAG. */
  public static final SurveyTotals NONE = new SurveyTotals(0, 0, 0, 0);

  /** Both together. */
  public SurveyTotals plus(SurveyTotals other) {
    return new SurveyTotals(
        asked + other.asked, cached + other.cached, shared + other.shared, chars + other.chars);
  }
}
