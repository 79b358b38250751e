package dagscribe.options;

import dagscribe.records.OutputFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Input and output.
 *
 * @param inputPatterns file patterns, at least one
 * @param contentField name of the field that holds the source
 * @param watch how often to look for new files, 1 s or more; null to read once what is there
 * @param outputDirectory directory of the results, without a slash at its end
 * @param overwrite whether another run's results there may be removed
 * @param format shape of an instruction line
 * @param outputShards files per destination, 1..1000; null leaves it to the runner
 * @param maxFailures failed DAGs that are tolerated, 0 or more
 */
public record FilesConfig(
    List<String> inputPatterns,
    String contentField,
    @Nullable Duration watch,
    String outputDirectory,
    boolean overwrite,
    OutputFormat format,
    @Nullable Integer outputShards,
    long maxFailures) {

  public FilesConfig {
    inputPatterns = List.copyOf(inputPatterns);
  }

  static FilesConfig from(InputOutputOptions options) {
    int shards = options.getOutputShards();
    return new FilesConfig(
        Paths.patterns(required(options.getInput())),
        contentField(options.getContentField()),
        Interval.parse("watch", options.getWatch()),
        Paths.directory(required(options.getOutput())),
        options.isOverwrite(),
        OutputFormat.valueOf(options.getFormat().toUpperCase(Locale.ROOT)),
        shards == 0 ? null : shards,
        options.getMaxFailures());
  }

  private static String contentField(String name) {
    if (name.equals("id") || name.equals("metadata")) {
      throw UsageException.of("contentField", name, "another field than id and metadata");
    }
    return name;
  }

  private static String required(@Nullable String value) {
    if (value == null) {
      throw new IllegalStateException("a required option was not checked");
    }
    return value;
  }
}
