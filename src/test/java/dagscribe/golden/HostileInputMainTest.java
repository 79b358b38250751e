package dagscribe.golden;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Sets;
import dagscribe.golden.HostileCases.Fate;
import dagscribe.testing.Results;
import dagscribe.testing.Run;
import dagscribe.testing.Shape;
import java.io.IOException;
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

/** Whatever lines there are, the run ends, and every line is accounted for. */
class HostileInputMainTest {

  @TempDir private static Path folder;

  private static Map<Place, Fate> fates;
  private static Run run;
  private static Results results;

  @BeforeAll
  static void runOnce() throws IOException {
    fates = HostileFiles.write(folder);
    results = new Results(folder.resolve("out"));
    run = main(HostileFiles.patterns(folder), results);
  }

  @Test
  void run_endsWithTheExitCodeOfFailures() {
    assertThat(run.err(), containsString(count("failed") + " records failed, more than"));
    assertThat(run.code(), is(5));
  }

  @Test
  void ledger_isWhatTheLinesCountedBeforeSay() {
    JsonNode ledger = results.report().path("ledger");
    assertThat(fates.size(), greaterThan(200));
    assertThat(ledger.path("balanced").asBoolean(), is(true));
    assertThat(ledger.path("read").asInt(), is(fates.size()));
    for (String destination : Results.destinations()) {
      assertThat(destination, ledger.path(destination).asLong(), is(count(destination)));
    }
  }

  @Test
  void line_endsAtOneDestinationAsExpected() {
    Map<Place, String> expected = new TreeMap<>();
    fates.forEach((place, fate) -> expected.put(place, fate.destination()));
    Map<Place, String> found = new TreeMap<>();
    List<Place> again = new ArrayList<>();
    for (String destination : Results.destinations()) {
      for (JsonNode line : results.lines(destination)) {
        if (found.put(Place.of(line), destination) != null) {
          again.add(Place.of(line));
        }
      }
    }
    assertThat(again, empty());
    assertThat(found, is(expected));
  }

  @Test
  void reason_isGivenForEveryLineWithoutInstruction() {
    for (String destination : List.of("failed", "skipped")) {
      for (JsonNode line : results.lines(destination)) {
        String reason = line.path("reason").asText() + " " + line.path("message").asText();
        assertThat(reason, containsString(fates.get(Place.of(line)).reason()));
        assertThat(reason, not(matchesPattern("(?s).*(\\b(com|org|java)\\.\\w|Exception|`).*")));
        assertThat(reason.length(), lessThan(600));
        assertThat(line.path("id").asText().isBlank(), is(false));
      }
    }
  }

  @Test
  void output_isTheSourceUntouched() {
    for (JsonNode line : results.lines("instructions")) {
      assertThat(line.path("output").asText(), containsString("PythonOperator(task_id='work'"));
      assertThat(line.path("instruction").asText().isBlank(), is(false));
    }
  }

  @Test
  void ownFields_areKeptWhateverTheirName() {
    String all =
        results.lines("instructions").stream()
            .map(line -> line.path("record").asText())
            .collect(Collectors.joining("\n"));
    assertThat(all, containsString("\"original\":\"a string\""));
    assertThat(all, containsString("\"source\":{\"file\":\"mine.py\",\"line\":3}"));
    assertThat(all, containsString("\"__proto__\":{}"));
    assertThat(all, containsString("1E+300"));
  }

  @Test
  void pairs_haveTheSameKeysAndTypes() {
    Set<String> shapes =
        results.lines("instructions").stream().map(Shape::of).collect(Collectors.toSet());
    assertThat(shapes.toString(), shapes.size(), is(1));
    assertThat(shapes.toString(), not(containsString("NULL")));
  }

  @Test
  void duplicates_ofTrailingSpaceAndLineEndsShareOneAnswer() {
    String first =
        results.lines("instructions").stream()
            .filter(
                line -> Place.of(line).file().endsWith("same.jsonl") && Place.of(line).line() == 1)
            .map(line -> line.path("id").asText())
            .findFirst()
            .orElseThrow();
    List<String> sharers =
        results.lines("instructions").stream()
            .filter(line -> !line.path("duplicateOf").asText().isEmpty())
            .filter(line -> Place.of(line).file().endsWith("same.jsonl"))
            .map(line -> line.path("duplicateOf").asText())
            .toList();
    assertThat(sharers, is(List.of(first, first, first, first)));
  }

  @Test
  void page_hasNoPlaceholderLeft() {
    assertThat(results.page(), containsString("MALFORMED"));
    assertThat(results.page(), not(containsString("{{")));
  }

  @Test
  void failedLines_fedBackFailAsBefore() {
    Results again = new Results(folder.resolve("again"));
    Run second =
        main(results.directory() + "/failed-*.jsonl", again, "--maxFailures=" + count("failed"));
    assertThat(second.err(), is(""));
    assertThat(second.code(), is(0));
    assertThat(withoutSource(again.lines("failed")), is(withoutSource(results.lines("failed"))));
    assertThat(again.report().path("ledger").path("read").asLong(), is(count("failed")));
  }

  @Test
  void deferredLines_fedBackBecomeWhatTheyWouldHaveBeen() {
    Results stopped = new Results(folder.resolve("stopped"));
    Run first = main(HostileFiles.patterns(folder), stopped, "--simFaults=spend@1");
    assertThat(first.code(), is(4));
    assertThat((long) stopped.lines("deferred").size(), is(count("instructions")));
    Results rest = new Results(folder.resolve("rest"));
    Run second = main(stopped.directory() + "/deferred-*.jsonl", rest);
    assertThat(second.err(), is(""));
    assertThat(second.code(), is(0));
    Set<JsonNode> expected = own(results.lines("instructions"));
    assertThat(Sets.symmetricDifference(own(rest.lines("instructions")), expected), empty());
  }

  private static Run main(String input, Results results, String... more) {
    String[] words = {
      "--input=" + input,
      "--output=" + results.directory(),
      "--minLines=3",
      "--endpoint=simulated",
      "--simLatency=none",
      "--cache=none",
      "--progress=none"
    };
    return Run.main(Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
  }

  private static long count(String destination) {
    return fates.values().stream().filter(fate -> fate.destination().equals(destination)).count();
  }

  private static List<String> withoutSource(List<JsonNode> lines) {
    return lines.stream()
        .map(line -> ((ObjectNode) line).without("source").toString())
        .sorted()
        .toList();
  }

  /** What records brought along, and the instructions they got. */
  private static Set<JsonNode> own(List<JsonNode> lines) {
    List<String> volatileFields =
        List.of("source", "usage", "duplicateOf", "cached", "priority", "grounding", "checks");
    return lines.stream()
        .<JsonNode>map(
            line -> {
              ObjectNode own = ((ObjectNode) line).without(volatileFields);
              return own.set("record", Results.json(own.path("record").asText()));
            })
        .collect(Collectors.toSet());
  }
}
