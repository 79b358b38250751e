package dagscribe.claude.sdk;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;

import dagscribe.claude.Answer;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void call_isAnsweredByThisProcess() {
    assertThat(Rehearsal.call(), instanceOf(Answer.class));
  }
}
