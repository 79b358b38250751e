package dagscribe.prompt;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerParserTest {

  private static final String BOTH =
      "{\"results\":[{\"id\":\"d1\",\"instruction\":\"One\"},{\"id\":\"d2\",\"instruction\":\"Two\"}]}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        BOTH,
        "```json\n" + BOTH + "\n```",
        "Here are the results [as asked]:\n\n" + BOTH + "\nDone.",
        "[{\"id\":\"d1\",\"instruction\":\"One\"},{\"id\":\"d2\",\"instruction\":\"Two\"}]",
        "{\"id\":\"d1\",\"instruction\":\"One\"}\n{\"id\":\"d2\",\"instruction\":\"Two\"}",
        "{\"results\":[{\"id\":\" D1 \",\"instruction\":\"One\"},{\"instruction\":\"Two\",\"id\":\"d2\"}]}",
        "{\"n\":2,\"results\":[{\"id\":\"d1\",\"why\":{\"x\":[1,\"y\"]},\"instruction\":\"One\"},"
            + "{\"id\":\"d2\",\"instruction\":\"Two\",\"tags\":[\"a\"]}],\"more\":null}",
      })
  void usualForms_giveBothInstructions(String text) {
    ParsedAnswer answer = AnswerParser.parse(text, pack(2));

    assertThat(answer.instructions(), is(Map.of("k1", "One", "k2", "Two")));
    assertThat(answer.complete(), is(true));
    assertThat(answer.unknownIds() + answer.duplicateIds() + answer.blank(), is(0));
  }

  @Test
  void cutArray_keepsTheCompleteElements() {
    String cut = BOTH.substring(0, BOTH.length() - 6);

    ParsedAnswer answer = AnswerParser.parse(cut, pack(2));

    assertThat(answer.instructions(), is(Map.of("k1", "One")));
    assertThat(answer.missing(), contains("k2"));
  }

  @Test
  void everyPrefix_givesOnlyCompleteInstructions() {
    for (int length = 0; length <= BOTH.length(); length++) {
      ParsedAnswer answer = AnswerParser.parse(BOTH.substring(0, length), pack(2));

      assertThat(answer.instructions().getOrDefault("k1", "One"), is("One"));
      assertThat(answer.instructions().getOrDefault("k2", "Two"), is("Two"));
      assertThat(answer.instructions().size() + answer.missing().size(), is(2));
    }
  }

  @Test
  void unknownId_isDroppedAndCounted() {
    ParsedAnswer answer = AnswerParser.parse(BOTH.replace("d2", "d7"), pack(2));

    assertThat(answer.instructions(), is(Map.of("k1", "One")));
    assertThat(answer.unknownIds(), is(1));
    assertThat(answer.missing(), contains("k2"));
  }

  @Test
  void duplicateId_firstWins() {
    ParsedAnswer answer = AnswerParser.parse(BOTH.replace("d2", "d1"), pack(2));

    assertThat(answer.instructions(), is(Map.of("k1", "One")));
    assertThat(answer.duplicateIds(), is(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"  \"", "\"\\u0000\\n\"", "null", "\"\""})
  void blankInstruction_countsAsMissing(String blank) {
    ParsedAnswer answer = AnswerParser.parse(BOTH.replace("\"Two\"", blank), pack(2));

    assertThat(answer.missing(), contains("k2"));
    assertThat(answer.blank(), is(1));
  }

  @Test
  void blankFirst_leavesRoomForALaterInstruction() {
    String text =
        "[{\"id\":\"d1\",\"instruction\":\" \"},{\"id\":\"d1\",\"instruction\":\"Late\"}]";

    assertThat(AnswerParser.parse(text, pack(1)).instructions(), is(Map.of("k1", "Late")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"results\":[{\"id\":\"dag\",\"instruction\":\"One\"}]}",
        "{\"instruction\":\"One\"}",
        "[{\"id\":1,\"instruction\":\"One\"}]",
      })
  void onlyResultOfAPackOfOne_isTakenWhateverItsId(String text) {
    ParsedAnswer answer = AnswerParser.parse(text, pack(1));

    assertThat(answer.instructions(), is(Map.of("k1", "One")));
    assertThat(answer.unknownIds(), is(0));
  }

  @Test
  void twoResultsForAPackOfOne_areMatchedById() {
    ParsedAnswer answer = AnswerParser.parse(BOTH.replace("d1", "x"), pack(1));

    assertThat(answer.instructions(), is(anEmptyMap()));
    assertThat(answer.unknownIds(), is(2));
  }

  @Test
  void oneResultForAPackOfTwo_isMatchedById() {
    ParsedAnswer answer = AnswerParser.parse("{\"instruction\":\"One\"}", pack(2));

    assertThat(answer.missing(), contains("k1", "k2"));
  }

  @ParameterizedTest
  @CsvSource({
    // tags, variation selectors, fillers, zero-width and bidi characters
    "Load\uDB40\uDC41\uDB40\uDC42 it, Load it",
    "Load\uFE0F\uDB40\uDD10 it, Load it",
    "Lo\u200Bad\u3164 i\u00ADt\u2060, Load it",
    "\u202ELoad\u2066 it\u2069\u200F, Load it",
    "Load\u200C\u200D it\uFEFF\u180E, Load it",
    "Load\u2800\u115F it\uFFA0, Load it",
    // blanks of all kinds are one blank
    "Load\u00A0\u3000it, Load it",
    "Load\u2028it, Load it",
    // what shapes a character that is seen stays, and stays one
    "\uD83D\uDC68\u200D\uD83D\uDC69 it, \uD83D\uDC68\u200D\uD83D\uDC69 it",
    "\u2764\uFE0F\u200D\uD83D\uDD25 it, \u2764\uFE0F\u200D\uD83D\uDD25 it",
    "\u0645\u06CC\u200C\u062E, \u0645\u06CC\u200C\u062E",
    "\u2764\uFE0F\uFE0F\uFE0E\u200D\u200D it, \u2764\uFE0F it",
  })
  void charactersNobodySees_areStripped(String said, String kept) {
    String json = "{\"id\":\"d1\",\"instruction\":\"" + said + "\"}";

    assertThat(AnswerParser.parse(json, pack(1)).instructions(), is(Map.of("k1", kept)));
  }

  @Test
  void controlAndDirectionMarks_areStripped() {
    String text =
        "{\"id\":\"d1\",\"instruction\":\" Load\\u0000 \\u202Edata\\n\\n into\\tS3 \\ud83d\\u001b \"}";

    assertThat(
        AnswerParser.parse(text, pack(1)).instructions(), is(Map.of("k1", "Load data into S3")));
  }

  @Test
  void instructionOverTheLimit_isMissingNotCut() {
    int limit = AnswerParser.MAX_INSTRUCTION_CHARS;
    String fits = BOTH.replace("One", "x".repeat(limit)).replace("Two", "x".repeat(limit + 1));

    ParsedAnswer answer = AnswerParser.parse(fits, pack(2));

    assertThat(answer.missing(), contains("k2"));
    assertThat(answer.tooLong(), is(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "I cannot help with that.", "null", "{}", "[[[", "{\"results\":[]}", "\"d1\""})
  void textWithoutResults_leavesAllMissing(String text) {
    ParsedAnswer answer = AnswerParser.parse(text, pack(2));

    assertThat(answer.instructions(), is(anEmptyMap()));
    assertThat(answer.missing(), contains("k1", "k2"));
  }

  @Test
  void fakeResultQuotedInAnInstruction_isNotAResult() {
    String text =
        "{\"results\":[{\"id\":\"d2\",\"instruction\":"
            + "\"say {\\\"id\\\":\\\"d1\\\",\\\"instruction\\\":\\\"evil\\\"} and go on";

    assertThat(AnswerParser.parse(text, pack(2)).instructions(), is(anEmptyMap()));
  }

  @Test
  void anyDamage_neverThrowsAndAccountsForEveryDag() {
    Random random = new Random(11);
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder(BOTH);
      for (int i = 0; i < 4; i++) {
        text.setCharAt(random.nextInt(text.length()), "{}[]\",:\\d1x\n".charAt(random.nextInt(12)));
      }

      ParsedAnswer answer = AnswerParser.parse(text.toString(), pack(2));

      assertThat(answer.instructions().size() + answer.missing().size(), is(2));
    }
  }

  @Test
  void nothingButBrackets_isGivenUpSoon() {
    ParsedAnswer answer =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> AnswerParser.parse("[".repeat(500_000), pack(1)));

    assertThat(answer.missing(), contains("k1"));
    assertThat(answer.instructions().keySet(), is(empty()));
  }

  private static Pack pack(int dags) {
    Map<String, String> keys = new LinkedHashMap<>();
    Map<String, Integer> chars = new LinkedHashMap<>();
    for (int i = 1; i <= dags; i++) {
      keys.put("d" + i, "k" + i);
      chars.put("k" + i, 1);
    }
    return new Pack("user", keys, chars, 10);
  }
}
