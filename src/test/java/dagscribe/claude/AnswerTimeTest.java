package dagscribe.claude;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;

import org.junit.jupiter.api.Test;

class AnswerTimeTest {

  @Test
  void answerTime_growsWithTheOutput() {
    assertThat(AnswerTime.seconds("claude-haiku-5-5", 1_000), closeTo(5.5, 1e-9));
    assertThat(AnswerTime.seconds("claude-sonnet-5-5", 1_000), closeTo(11.1, 1e-9));
    assertThat(AnswerTime.seconds("claude-opus-5-5", 600), closeTo(11.1, 1e-9));
    assertThat(AnswerTime.seconds("my-own", 600), closeTo(11.1, 1e-9));
  }
}
