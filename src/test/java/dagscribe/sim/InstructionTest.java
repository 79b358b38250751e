package dagscribe.sim;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionTest {

  private final InstructionWriter writer = new InstructionWriter(StubFacts::read);

  private String write(String source, boolean thorough) {
    return writer.write(new DagBlock("d1", source), thorough);
  }

  @Test
  void instruction_ofAThoroughModel_tellsTheFacts() {
    assertThat(
        write(Requests.source(7), true),
        allOf(
            containsString("`orders_7`"),
            containsString("every day at 06:07 (`7 6 * * *`)"),
            containsString("Loads orders 7"),
            containsString("`google`"),
            containsString("`BashOperator`, `PythonOperator`"),
            containsString("`extract_7`, `load_7`")));
  }

  @Test
  void instruction_dependsOnTheSourceAlone() {
    assertThat(
        writer.write(new DagBlock("d9", Requests.source(7)), true),
        is(write(Requests.source(7), true)));
  }

  @Test
  void instruction_ofASmallModel_leavesSomeFactsOut() {
    int shorter = 0;
    for (int i = 0; i < 50; i++) {
      String source = Requests.source(i);
      shorter += write(source, false).length() < write(source, true).length() ? 1 : 0;
    }

    assertThat(shorter, greaterThan(25));
    assertThat(shorter, is(not(50)));
  }

  @Test
  void instructions_varyTheirWords() {
    Set<String> openings = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      openings.add(write(Requests.source(i), true).replaceAll("`.*", ""));
    }

    assertThat(openings.size(), greaterThan(4));
  }

  @Test
  void instruction_ofASourceWithoutFacts_isStillARequest() {
    assertThat(write("x = 1", true), containsString("Airflow"));
  }

  @ParameterizedTest
  @CsvSource({
    "@daily,every day at midnight",
    "@hourly,every hour",
    "*/15 * * * *,every 15 minutes",
    "5 */2 * * *,every 2 hours",
    "30 6 * * *,every day at 06:30",
    "0  18 * * 1,every Monday at 18:00",
    "0 0 * * 7,every Sunday at 00:00",
    "0 3 15 * *,on day 15 of every month at 03:00"
  })
  void schedule_thatIsSimple_hasWords(String schedule, String words) {
    assertThat(ScheduleWords.of(schedule), is(Optional.of(words)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "timedelta(hours=1)", "0 6 * 2 *", "0 6 1 * 1,2", "@never"})
  void schedule_thatIsNot_hasNone(String schedule) {
    assertThat(ScheduleWords.of(schedule), is(Optional.empty()));
  }

  @Test
  void blocks_areFoundInOrderWithTheirSource() {
    String text =
        "Marker: z9\na <dag-z9 id=\"d1\">\nx <b>\n</dag-z9> b\n<dag-z9 id=\"d2\">y</dag></dag-z9>";

    assertThat(
        DagBlock.allOf(text),
        is(List.of(new DagBlock("d1", "x <b>"), new DagBlock("d2", "y</dag>"))));
  }

  @Test
  void requestsThatDifferInTheirMarkerOnly_haveOneContent() {
    assertThat(hash("q7"), is(hash("k3")));
    assertThat(hash("q7"), is(not(hash("q7", Requests.source(2)))));
  }

  private static long hash(String marker, String... more) {
    String user = Requests.dags(more.length == 0 ? new String[] {Requests.source(1)} : more);
    ObjectNode body = Requests.plain(user.replace("q7", marker));
    ModelSpec model = new ModelCatalogue(false).find(Requests.HAIKU).orElseThrow();
    return MessageReader.read(new RequestBody(body, model)).contentHash();
  }

  @Test
  void withoutAMarker_thereAreNoBlocks() {
    assertThat(DagBlock.allOf("<dag- id=\"d1\">\nx\n</dag->"), is(List.of()));
  }

  @Test
  void block_ofAMillionCharacters_isFound() {
    String source = "x = 1\n".repeat(170_000) + "y";

    assertThat(
        DagBlock.allOf("Marker: z9\n<dag-z9 id=\"d1\">\n" + source + "\n</dag-z9>"),
        is(List.of(new DagBlock("d1", source))));
  }

  @Test
  void text_isNotCutWithinACharacter() {
    assertThat(Text.cut("ab\uD83D\uDE00c", 3), is("ab"));
    assertThat(Text.cut("ab\uD83D\uDE00c", 4), is("ab\uD83D\uDE00"));
    assertThat(Text.cut("ab", 5), is("ab"));
  }
}
