package dagscribe.generate;

import dagscribe.claude.ModelSettings;
import dagscribe.prompt.PromptTemplate;
import java.io.Serializable;

/**
 * One way of asking for instructions; a run has a list of them.
 *
 * @param name what tells it from the other passes of a run; part of every key in the cache
 * @param model model and parameters
 * @param contentChars budget of source sent for each DAG, in characters
 * @param dagsPerCall DAGs in one prompt, 1 to 20; 0 leaves the number to the work and the account
 */
public record Pass(String name, ModelSettings model, int contentChars, int dagsPerCall)
    implements Serializable {

  public Pass {
    if (name.isBlank() || contentChars < 1 || dagsPerCall < 0) {
      throw new IllegalArgumentException(
          "name " + name + ", contentChars " + contentChars + ", dagsPerCall " + dagsPerCall);
    }
  }

  /** The pass that asks for every DAG. */
  public static Pass first(ModelSettings model, int contentChars, int dagsPerCall) {
    return new Pass("first", model, contentChars, dagsPerCall);
  }

  /** What it asks with. */
  public PromptTemplate template() {
    return PromptTemplate.instruction();
  }

  /** How it sends the sources of DAGs. */
  public SourceForm form() {
    return new SourceForm(name, model, contentChars);
  }
}
