package dagscribe.golden;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dagscribe.testing.Results;
import dagscribe.testing.Run;
import dagscribe.testing.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A small sample from end to end, held against files that a person has looked at; {@code
 * -Ddagscribe.rewrite=true} writes them anew, to be looked at again.
 */
class QuickstartMainTest {

  @TempDir private static Path shared;
  private static Path input;

  /** The run without any options that most tests look at. */
  private static Results plain;

  @TempDir private Path folder;

  @BeforeAll
  static void runOnce() throws IOException {
    input = Files.writeString(shared.resolve("sample.jsonl"), resource("sample.jsonl"));
    plain = run(5, shared.resolve("plain"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "alpaca", "chat"})
  void output_isAsExpected(String format) throws IOException {
    Results results = format.equals("full") ? plain : run(5, "--format=" + format);
    Set<String> shapes =
        results.lines("instructions").stream().map(Shape::of).collect(Collectors.toSet());
    assertThat(shapes.toString(), shapes.size(), is(1));
    String text = text(results);
    String name = "expected-" + format + ".txt";
    if (Boolean.getBoolean("dagscribe.rewrite")) {
      Files.writeString(Path.of("src/test/resources/golden", name), text);
    }
    assertThat(text, is(resource(name)));
  }

  @Test
  void maxDags_keepsExactlyTheBest() throws IOException {
    Results best = run(5, "--maxDags=2");
    List<JsonNode> kept = best.lines("instructions");
    assertThat(kept.size(), is(2));
    double lowest =
        kept.stream().mapToDouble(line -> line.path("priority").asDouble()).min().orElseThrow();
    List<JsonNode> left =
        best.lines("skipped").stream()
            .filter(line -> line.path("reason").asText().equals("NOT_IN_TOP"))
            .toList();
    assertThat(left.size(), is(plain.lines("instructions").size() - 2));
    for (JsonNode line : left) {
      assertThat(lowest, greaterThanOrEqualTo(line.path("priority").asDouble()));
    }
  }

  @Test
  void minPriority_skipsWhatIsLower() throws IOException {
    Results results = run(5, "--minPriority=0.5");
    List<JsonNode> high = results.lines("instructions");
    for (JsonNode line : high) {
      assertThat(line.path("priority").asDouble(), greaterThanOrEqualTo(0.5));
    }
    long low =
        results.lines("skipped").stream()
            .filter(line -> line.path("reason").asText().equals("LOW_PRIORITY"))
            .count();
    assertThat(low, greaterThan(0L));
    assertThat(high.size(), greaterThan(0));
    assertThat(high.size() + low, is(5L));
  }

  @Test
  void outputShards_areFilesPerDestination() throws IOException {
    Results results = run(5, "--outputShards=3");
    List<String> names =
        results.files("instructions").stream().map(file -> file.getFileName().toString()).toList();
    assertThat(names.isEmpty(), is(false));
    assertThat(names, everyItem(endsWith("-of-00003.jsonl")));
    assertThat(results.lines("instructions").size(), is(5));
    assertThat(results.report().path("ledger").path("balanced").asBoolean(), is(true));
  }

  @Test
  void usedOutput_isRefusedAndLeftAlone() throws IOException {
    String before = text(plain);
    Run again = Run.main(words(plain.directory()));
    assertThat(again.code(), is(2));
    assertThat(again.err(), containsString("holds another run's results"));
    assertThat(text(plain), is(before));
  }

  @Test
  void rerun_givesTheSameSetsAndReportsThem() throws IOException {
    Results results = run(5, "--dagsPerCall=1");
    String first = text(results);
    checkReport(results.report());
    assertThat(text(run(5, shared.resolve("again"), "--dagsPerCall=1")), is(first));
    assertThat(text(run(5, "--dagsPerCall=1", "--overwrite")), is(first));
  }

  private static void checkReport(JsonNode report) {
    assertThat(report.path("simulated").asBoolean(), is(true));
    assertThat(report.path("runner").asText(), is("DirectRunner"));
    assertThat(report.path("endpoint").asText(), is("simulated"));
    assertThat(report.path("profile").asText(), is("speed"));
    assertThat(report.path("ledger").path("read").asInt(), is(10));
    assertThat(report.path("reasons").path("failed").path("MALFORMED").asInt(), is(2));
    assertThat(report.path("reasons").path("skipped").path("TOO_FEW_LINES").asInt(), is(1));
    assertThat(report.path("duplicates").asInt(), is(1));
    assertThat(report.path("calls").path("sent").asInt(), is(4));
    assertThat(report.path("calls").path("answered").asInt(), is(4));
    assertThat(report.path("inFlight").path("permitsLeft").asInt(), is(0));
    double paid = report.path("cost").path("paidUsd").asDouble();
    assertThat(paid > 0, is(true));
    assertThat(report.path("cost").path("withoutReuseUsd").asDouble() > paid, is(true));
    assertThat(report.path("stopped").isEmpty(), is(true));
  }

  @Test
  void page_namesWhatFailed() {
    assertThat(plain.page(), containsString("MALFORMED"));
  }

  @Test
  void ids_areThoseOfTheInputOnceEach() {
    List<String> ids = new ArrayList<>();
    for (String destination : List.of("instructions", "skipped")) {
      plain.lines(destination).forEach(line -> ids.add(line.path("id").asText()));
    }
    assertThat(
        ids,
        containsInAnyOrder(
            "small", "basic", "daily", "twin-b", "twin-a", "rich", "<b>&amp;", "given"));
  }

  private Results run(int code, String... more) {
    return run(code, folder.resolve("out"), more);
  }

  private static Results run(int code, Path output, String... more) {
    Run run =
        Run.main(Stream.concat(Stream.of(words(output)), Stream.of(more)).toArray(String[]::new));
    assertThat(run.err(), run.code(), is(code));
    return new Results(output);
  }

  private static String[] words(Path output) {
    return new String[] {
      "--input=" + input, "--output=" + output, "--endpoint=simulated", "--simLatency=none"
    };
  }

  /** All lines in a fixed order, without what differs from run to run and place to place. */
  private static String text(Results results) {
    Map<String, String> lines = new TreeMap<>();
    for (String destination : Results.destinations()) {
      for (JsonNode line : results.lines(destination)) {
        ObjectNode stable = ((ObjectNode) line).without(List.of("usage"));
        if (stable.path("source").has("file")) {
          ((ObjectNode) stable.path("source")).put("file", "sample.jsonl");
        }
        if (stable.has("raw")) {
          stable.put("id", "(of its place)");
        }
        lines.put(destination + " " + stable, "");
      }
    }
    return String.join("\n", lines.keySet()) + "\n";
  }

  private static String resource(String name) throws IOException {
    try (var in = QuickstartMainTest.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
