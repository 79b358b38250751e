package dagscribe.steps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.luben.zstd.ZstdOutputStream;
import com.google.common.base.Throwables;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import dagscribe.input.InputMatch;
import dagscribe.input.UnreadableInputException;
import dagscribe.records.SourceLine;
import dagscribe.totals.RunTotals;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadLinesTest {

  private static final int BLOCK_BYTES = 4 << 20;

  @TempDir private Path folder;

  private final TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);

  @Test
  void read_givesEveryLineOfAllFilesWithItsNumber() throws IOException {
    write("a.jsonl", "one\n\ntwo\r\n");
    write("b.jsonl.gz", " \nthree");
    write("c.jsonl.zst", "\uFEFFfour\n\n\nfive\n");
    write("empty.jsonl", "");
    PCollectionTuple read =
        pipeline.apply(ReadLines.of(input(folder + "/*.jsonl", folder + "/*.{gz,zst}")));
    PAssert.that(texts(read))
        .containsInAnyOrder(
            "a.jsonl 1 one",
            "a.jsonl 3 two",
            "b.jsonl.gz 2 three",
            "c.jsonl.zst 1 four",
            "c.jsonl.zst 4 five");
    PAssert.that(read.get(ReadLines.TOTALS)).satisfies(parts -> count(parts, 5));
    pipeline.run().waitUntilFinish();
  }

  @Test
  void read_ofALargeFileByBlocksKeepsLineNumbers() throws IOException {
    StringBuilder text = new StringBuilder();
    int lines = 0;
    while (text.length() < 3 * BLOCK_BYTES) {
      lines++;
      text.append(lines).append(' ').append("x".repeat(lines % 5_000)).append('\n');
      if (lines % 100 == 0) {
        lines++;
        text.append('\n');
      }
    }
    write("large.jsonl", text.toString());
    int expected = lines - lines / 100;
    PCollectionTuple read = pipeline.apply(ReadLines.of(input(folder + "/large.jsonl")));
    PCollection<Long> numbers =
        read.get(ReadLines.LINES)
            .apply(MapElements.into(TypeDescriptors.longs()).via(ReadLinesTest::sameNumber));
    PAssert.that(numbers)
        .satisfies(
            all -> {
              assertThat(Iterables.size(all), is(expected));
              assertThat(Sets.newHashSet(all).size(), is(expected));
              return null;
            });
    PAssert.that(read.get(ReadLines.TOTALS))
        .satisfies(
            parts -> {
              assertThat("blocks", Iterables.size(parts), greaterThan(2));
              return count(parts, expected);
            });
    pipeline.run().waitUntilFinish();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut.jsonl.gz", "cut.jsonl.zst"})
  void read_ofAFileThatEndsTooEarlyFailsAndNamesIt(String name) throws IOException {
    Path file = write(name, "{\"content\":\"x\"}\n".repeat(1_000));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 9));
    pipeline.apply(ReadLines.of(input(file.toString())));
    assertThat(refusal(), startsWith("cannot read input file " + file + ": "));
  }

  @Test
  void read_namesEveryFileThatIsDamagedOrGone() throws IOException {
    Path cut = write("cut.jsonl.gz", "{\"content\":\"x\"}\n".repeat(1_000));
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 60));
    Path gone = write("gone.jsonl", "{}\n");
    Path sound = write("sound.jsonl", "{}\n");
    Path table = write("table.jsonl", "PAR1\0\0PAR1");
    pipeline.apply(ReadLines.of(input(folder + "/*")));
    Files.delete(gone);
    String refusal = refusal();
    assertThat(refusal, startsWith("cannot read 3 files"));
    assertThat(refusal, containsString(cut + ": it ends too early"));
    assertThat(refusal, containsString(gone + ": it is not there any more"));
    assertThat(refusal, containsString(table + ": this is Parquet"));
    assertThat(refusal, not(containsString(sound.toString())));
  }

  @Test
  void read_goesByWhatAFileIsAndNotByItsName() throws IOException {
    Files.move(write("a.jsonl.gz", "packed"), folder.resolve("a.jsonl"));
    Files.move(write("b.jsonl", "plain"), folder.resolve("b.jsonl.gz"));
    Path members = write("c.gz", "first\n");
    Files.write(members, Files.readAllBytes(write("d.gz", "second\n")), StandardOpenOption.APPEND);
    Files.delete(folder.resolve("d.gz"));
    PCollectionTuple read = pipeline.apply(ReadLines.of(input(folder + "/*")));
    PAssert.that(texts(read))
        .containsInAnyOrder(
            "a.jsonl 1 packed", "b.jsonl.gz 1 plain", "c.gz 1 first", "c.gz 2 second");
    pipeline.run().waitUntilFinish();
  }

  private static Input input(String... patterns) throws IOException {
    return new Input(InputMatch.files(List.of(patterns), false), List.of(), null, "content");
  }

  private String refusal() {
    RuntimeException e =
        assertThrows(RuntimeException.class, () -> pipeline.run().waitUntilFinish());
    return Throwables.getCausalChain(e).stream()
        .filter(UnreadableInputException.class::isInstance)
        .map(Throwable::getMessage)
        .findFirst()
        .orElseThrow();
  }

  private static PCollection<String> texts(PCollectionTuple read) {
    return read.get(ReadLines.LINES)
        .apply(
            MapElements.into(TypeDescriptors.strings())
                .via(
                    (SerializableFunction<SourceLine, String>)
                        line ->
                            Path.of(line.origin().file()).getFileName()
                                + " "
                                + line.origin().line()
                                + " "
                                + line.text()));
  }

  /** The number of a line, which its text says too. */
  private static long sameNumber(SourceLine line) {
    long said = Long.parseLong(line.text().substring(0, line.text().indexOf(' ')));
    assertThat(line.origin().line(), is(said));
    return said;
  }

  private static Void count(Iterable<RunTotals> parts, long expected) {
    long sum = 0;
    for (RunTotals part : parts) {
      sum += part.linesRead();
    }
    assertThat(sum, is(expected));
    return null;
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = open(file)) {
      out.write(text.getBytes(UTF_8));
    }
    return file;
  }

  private static OutputStream open(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    if (file.toString().endsWith(".gz")) {
      return new GZIPOutputStream(out);
    }
    return file.toString().endsWith(".zst") ? new ZstdOutputStream(out) : out;
  }
}
