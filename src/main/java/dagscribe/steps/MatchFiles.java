package dagscribe.steps;

import dagscribe.input.InputFile;
import dagscribe.input.InputMatch;
import dagscribe.input.LocalFiles;
import dagscribe.metrics.JobMetrics;
import dagscribe.records.RecordCoder;
import dagscribe.totals.FileTotals;
import dagscribe.totals.RunTotals;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Contextful;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Requirements;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.Watch;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.joda.time.Instant;

/**
 * The files of the input, each once, and how many they are.
 *
 * <p>Of an input with an end they are those that were matched when the run began, by name: one that
 * is gone when it is to be read is missed. Of one without, those that the patterns come to match;
 * links and other spellings of a file seen before are no new files.
 */
final class MatchFiles extends PTransform<PBegin, PCollectionTuple> {

  static final TupleTag<InputFile> FILES = new TupleTag<>("files") {};

  private final Input input;

  private MatchFiles(Input input) {
    this.input = input;
  }

  static MatchFiles of(Input input) {
    return new MatchFiles(input);
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    Duration watch = input.watch();
    RecordCoder<InputFile> coder = RecordCoder.of(InputFile.class);
    PCollection<InputFile> files =
        watch == null
            ? begin.apply("Files", Create.of(input.files()).withCoder(coder))
            : watch(begin, watch);
    PCollectionTuple counted =
        files.apply(
            "Count",
            ParDo.of(new CountFn()).withOutputTags(FILES, TupleTagList.of(ReadLines.TOTALS)));
    counted.get(FILES).setCoder(coder);
    return counted;
  }

  private PCollection<InputFile> watch(PBegin begin, Duration interval) {
    return begin
        .apply(
            "Patterns",
            Create.of(List.of(input.patterns())).withCoder(ListCoder.of(StringUtf8Coder.of())))
        .apply(
            "Watch",
            Watch.growthOf(
                    Contextful.of(new PollFn(), Requirements.empty()),
                    file -> LocalFiles.identity(file.resource()))
                .withOutputKeyCoder(StringUtf8Coder.of())
                .withOutputCoder(RecordCoder.of(InputFile.class))
                .withPollInterval(org.joda.time.Duration.millis(interval.toMillis())))
        .apply("Values", Values.create());
  }

  private static final class PollFn extends Watch.Growth.PollFn<List<String>, InputFile> {

    @Override
    public Watch.Growth.PollResult<InputFile> apply(List<String> patterns, Context context)
        throws IOException {
      Instant now = Instant.now();
      return Watch.Growth.PollResult.incomplete(now, InputMatch.files(patterns, true))
          .withWatermark(now);
    }
  }

  private static final class CountFn extends DoFn<InputFile, InputFile> {

    @ProcessElement
    public void process(@Element InputFile file, MultiOutputReceiver out) {
      RunTotals matched = RunTotals.read(FileTotals.MATCHED, 0);
      JobMetrics.add(matched);
      out.get(ReadLines.TOTALS).output(matched);
      out.get(FILES).output(file);
    }
  }
}
