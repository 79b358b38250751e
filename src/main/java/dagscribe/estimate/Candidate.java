package dagscribe.estimate;

import dagscribe.claude.ModelSettings;
import dagscribe.generate.Pass;
import dagscribe.generate.SourceForm;
import java.io.Serializable;

/**
 * One way to ask that is estimated.
 *
 * @param name the profile, or what the operator made of it
 * @param model model and parameters
 * @param contentChars budget of source sent for each DAG, in characters
 */
public record Candidate(String name, ModelSettings model, int contentChars)
    implements Serializable {

  /** How it sends sources. */
  public SourceForm form() {
    return Pass.first(model, contentChars, 0).form();
  }
}
