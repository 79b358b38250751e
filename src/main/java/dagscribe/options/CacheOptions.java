package dagscribe.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Which answers of a cache are meant; beside these, {@code --cache} and {@code --model} count. */
@Description("Answers (command cache)")
public interface CacheOptions extends PipelineOptions {

  @Description("answers of at least this age [any|30d]")
  @Default.String("any")
  String getOlderThan();

  void setOlderThan(String value);

  @Description("answers to this version of the prompt [any|VERSION]")
  @Default.String("any")
  String getPromptVersion();

  void setPromptVersion(String value);
}
