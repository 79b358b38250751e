package dagscribe.claude.sdk;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;

import dagscribe.claude.Answer;
import org.junit.jupiter.api.Test;

class ClientWarmUpTest {

  @Test
  void call_isAnsweredByThisProcess() {
    assertThat(ClientWarmUp.call().outcome(), instanceOf(Answer.class));
  }
}
