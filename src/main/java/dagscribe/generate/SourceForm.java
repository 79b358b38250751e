package dagscribe.generate;

import dagscribe.claude.ModelSettings;
import dagscribe.prompt.PromptTemplate;
import java.io.Serializable;
import java.util.function.UnaryOperator;

/**
 * How a pass sends the sources of DAGs.
 *
 * @param model model and parameters
 * @param contentChars budget of source sent for each DAG, in characters
 */
public record SourceForm(ModelSettings model, int contentChars) implements Serializable {

  /** Makes the key of the answer to a source, as it is sent. */
  public UnaryOperator<String> keys() {
    return AnswerKeys.of(model, PromptTemplate.instruction());
  }
}
