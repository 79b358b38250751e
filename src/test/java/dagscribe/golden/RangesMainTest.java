package dagscribe.golden;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dagscribe.options.CommandLine;
import dagscribe.options.RunConfig;
import dagscribe.testing.Run;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every range that {@code --help} tells is the range that holds. */
class RangesMainTest {

  private static final Pattern OPTION =
      Pattern.compile("--(\\w+) .*\\[(?:\\w+ or )?(\\d[\\d.]*)\\.\\.(\\d[\\d.]*)]");

  @TempDir private Path folder;

  /** An option, and the ends of its range as help tells them. */
  record Range(String name, String min, String max) {

    static Range of(MatchResult line) {
      return new Range(line.group(1), line.group(2), line.group(3));
    }

    private String word(String value) {
      return "--" + name + "=" + value;
    }

    /** Values of all sizes that are beyond the ends or no numbers of this kind. */
    private List<String> outside() {
      List<String> values =
          new ArrayList<>(List.of("-1", "-0", "1x", "9".repeat(19), "9".repeat(60)));
      values.add(new BigDecimal(max).add(BigDecimal.ONE).toPlainString());
      if (new BigDecimal(min).signum() > 0) {
        values.add(new BigDecimal(min).subtract(BigDecimal.ONE).toPlainString());
      }
      values.add(max.contains(".") ? max + "1" : max + ".5");
      return values;
    }
  }

  static Stream<Range> ranges() {
    return Run.main("--help")
        .out()
        .lines()
        .flatMap(line -> OPTION.matcher(line).results())
        .map(Range::of);
  }

  @Test
  void ranges_areFoundInHelp() {
    assertThat(ranges().toList(), hasSize(greaterThan(15)));
  }

  @Test
  void ranges_haveTwoEnds() {
    assertThat(Run.main("--help").out(), not(containsString("or more]")));
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void end_isUnderstood(Range range) {
    for (String end : List.of(range.min(), range.max())) {
      RunConfig.from(
          CommandLine.parse("--input=i", "--output=o", "--endpoint=simulated", range.word(end))
              .options());
    }
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void valueOutside_isRefusedByTheRange(Range range) {
    for (String value : range.outside()) {
      Run run = Run.main("--input=i", "--output=o", range.word(value));
      assertThat(run.err(), startsWith("dagscribe: " + range.word(value) + ": must be "));
      assertThat(
          run.err().lines().findFirst().orElseThrow(), endsWith(range.min() + ".." + range.max()));
      assertThat(run.code(), is(2));
    }
  }

  @Test
  void lowestEnds_start() throws IOException {
    starts(Range::min, Set.of());
  }

  /** Without those that would leave nothing to ask for, and the port, which may be taken. */
  @Test
  void highestEnds_start() throws IOException {
    starts(Range::max, Set.of("minLines", "minPriority", "simPort"));
  }

  private void starts(Function<Range, String> end, Set<String> leftOut) throws IOException {
    Path input = folder.resolve("dag.jsonl");
    Files.writeString(input, "{\"content\": \"from airflow import DAG\\nDAG('a')\\n\"}\n");
    List<String> words =
        new ArrayList<>(
            List.of(
                "--input=" + input,
                "--output=" + folder.resolve("out"),
                "--endpoint=simulated",
                "--simLatency=none",
                "--progress=none",
                "--basicOperators=none",
                "--cache=none"));
    ranges()
        .filter(range -> !leftOut.contains(range.name()))
        .forEach(range -> words.add(range.word(end.apply(range))));
    Run run = Run.main(words.toArray(String[]::new));
    assertThat(run.err(), is(""));
    assertThat(run.code(), is(0));
  }
}
