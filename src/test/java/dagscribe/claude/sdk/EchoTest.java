package dagscribe.claude.sdk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoTest {

  @ParameterizedTest
  @CsvSource({
    "bad: import DAG, from x import DAG, 4",
    "import, from x import DAG, 0",
    "imp, from x import DAG, -1",
    "'', from x, -1",
    "import, impor, -1",
    "import, '', -1",
  })
  void echo_beginsWhereTheFirstSharedPieceDoes(String line, String text, int start) {
    assertThat(new Echo(line, 6).in(text), is(start));
  }

  @Test
  void echo_isFoundWhereATrialOfEveryPieceFindsIt() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      String line = word(random, random.nextInt(12));
      String text = word(random, random.nextInt(40));
      assertThat(line + " in " + text, new Echo(line, 4).in(text), is(byTrial(line, text)));
    }
  }

  /** Every piece but the last letter of the text: the worst for a search of one piece at a time. */
  @Test
  @Timeout(value = 30, unit = SECONDS)
  void likeness_costsNoMoreThanOnePass() {
    String text = ("a".repeat(22) + "b").repeat(700_000);
    assertThat(new Echo("a".repeat(150) + "c".repeat(150), 24).in(text), is(-1));
  }

  private static int byTrial(String line, String text) {
    for (int start = 0; start + 4 <= line.length(); start++) {
      if (text.contains(line.substring(start, start + 4))) {
        return start;
      }
    }
    return -1;
  }

  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    random.ints(length, 0, 3).forEach(each -> word.append((char) ('a' + each)));
    return word.toString();
  }
}
