package dagscribe.generate;

import dagscribe.cache.CacheKey;
import dagscribe.claude.ModelSettings;
import dagscribe.prompt.PromptTemplate;
import java.io.Serializable;
import java.util.function.UnaryOperator;

/**
 * How a pass sends the sources of DAGs.
 *
 * @param pass name of the pass, which is part of the keys
 * @param model model and parameters
 * @param contentChars budget of source sent for each DAG, in characters
 */
public record SourceForm(String pass, ModelSettings model, int contentChars)
    implements Serializable {

  /** Makes the key of the answer to a source, as it is sent. */
  public UnaryOperator<String> keys() {
    PromptTemplate template = PromptTemplate.instruction();
    ModelSettings.Effort effort = model.effort();
    CacheKey key =
        new CacheKey(
            pass,
            model.model(),
            model.thinking().name(),
            effort == null ? null : effort.name(),
            model.maxTokens(),
            template.version(),
            template.system(),
            template.schema());
    return key::of;
  }
}
