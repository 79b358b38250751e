package dagscribe.generate;

import dagscribe.cache.CacheKey;
import dagscribe.claude.ModelSettings;
import dagscribe.prompt.PromptTemplate;
import java.util.function.UnaryOperator;

/** The keys under which answers are kept in the cache. */
public final class AnswerKeys {

  /** Name of the pass. */
  public static final String PASS = "first";

  private AnswerKeys() {}

  /** Makes the key of a source, as it is sent, for one model and one prompt. */
  public static UnaryOperator<String> of(ModelSettings model, PromptTemplate template) {
    ModelSettings.Effort effort = model.effort();
    CacheKey key =
        new CacheKey(
            PASS,
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
