package dagscribe.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** Where records come from and where results go. */
@Description("Input and output")
public interface InputOutputOptions extends PipelineOptions {

  @Description("JSONL files; comma-separated, \\, for a comma in one [PATTERNS]")
  @Nullable String getInput();

  void setInput(@Nullable String value);

  @Description("name of the field that holds the source [NAME]")
  @Default.String("content")
  String getContentField();

  void setContentField(String value);

  @Description("directory of the results [DIRECTORY]")
  @Nullable String getOutput();

  void setOutput(@Nullable String value);

  @Description("go on looking for new files, this often [none|30s]")
  @Default.String("none")
  String getWatch();

  void setWatch(String value);

  @Description("replace another run's results in --output [true|false]")
  @Default.Boolean(false)
  boolean isOverwrite();

  void setOverwrite(boolean value);

  @Description("shape of an instruction line [full|alpaca|chat]")
  @Default.String("full")
  String getFormat();

  void setFormat(String value);

  @Description("files per destination, 0 for the runner's choice [0..1000]")
  @Default.Integer(0)
  int getOutputShards();

  void setOutputShards(int value);

  @Description("progress on stderr; auto: a bar on a terminal [auto|bar|plain|none]")
  @Default.String("auto")
  String getProgress();

  void setProgress(String value);

  @Description("failed DAGs tolerated [0..1000000000]")
  @Default.Long(0)
  long getMaxFailures();

  void setMaxFailures(long value);
}
