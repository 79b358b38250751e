package dagscribe.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import dagscribe.records.OutputLine;
import dagscribe.records.OutputLineCoder;
import dagscribe.totals.Destination;
import dagscribe.totals.RunTotals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link WriteLines}, and {@link CountWrittenLines} of what it wrote. */
class WriteLinesTest {

  @TempDir private Path folder;

  private final TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);

  @Test
  void write_putsEveryLineIntoAFileOfItsDestination() throws IOException {
    List<OutputLine> lines = new ArrayList<>();
    IntStream.range(0, 50).forEach(i -> lines.add(line(Destination.INSTRUCTIONS, "i" + i)));
    lines.add(line(Destination.FAILED, "\"grüße \\n\""));
    PAssert.that(write(lines, 3))
        .satisfies(
            parts -> {
              RunTotals sum = RunTotals.NONE;
              for (RunTotals part : parts) {
                sum = sum.plus(part);
              }
              assertThat(sum.output().at(Destination.INSTRUCTIONS).lines(), is(50L));
              assertThat(sum.output().at(Destination.FAILED).lines(), is(1L));
              assertThat(sum.output().at(Destination.SKIPPED).lines(), is(0L));
              return null;
            });
    pipeline.run().waitUntilFinish();
    List<String> expected = lines.stream().map(OutputLine::json).toList();
    assertThat(written(), containsInAnyOrder(expected.toArray()));
    for (Path file : files()) {
      assertThat(file.getFileName().toString().endsWith("-of-00003.jsonl"), is(true));
    }
  }

  @Test
  void write_ofNothingLeavesNoFile() throws IOException {
    write(List.of(), 1);
    pipeline.run().waitUntilFinish();
    assertThat(files(), is(List.of()));
  }

  private PCollection<RunTotals> write(List<OutputLine> lines, int shards) {
    return pipeline
        .apply(Create.of(lines).withCoder(OutputLineCoder.of()))
        .apply(WriteLines.to(folder.toString(), shards))
        .apply(CountWrittenLines.create());
  }

  private List<String> written() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files()) {
      lines.addAll(Files.readAllLines(file));
    }
    return lines;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static OutputLine line(Destination destination, String json) {
    return new OutputLine(destination, "", json);
  }
}
