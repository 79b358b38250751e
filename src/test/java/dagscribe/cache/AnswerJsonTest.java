package dagscribe.cache;

import static dagscribe.cache.Answers.answer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerJsonTest {

  private static final String DOCUMENTED =
      "{\"instruction\":\"Do\",\"model\":\"claude-haiku-5-5\",\"promptVersion\":\"instruction-1\","
          + "\"inputTokens\":120,\"outputTokens\":45,\"cacheReadInputTokens\":800,"
          + "\"costUsd\":4.2E-4,\"createdAtMillis\":1760000000000}";

  @Test
  void answer_isTheDocumentedObject() {
    assertThat(AnswerJson.write(answer("Do")), is(DOCUMENTED));
    assertThat(AnswerJson.read(DOCUMENTED, "place"), is(answer("Do")));
  }

  @Test
  void missingCostAndFurtherFields_areFine() {
    String json = DOCUMENTED.replace("\"costUsd\":4.2E-4", "\"later\":[1]");

    assertThat(AnswerJson.read(json, "place").costUsd(), is(nullValue()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"instruction\":\"\"}", "nonsense"})
  void foreignText_isRefusedWithItsPlace(String text) {
    CacheException refused =
        assertThrows(CacheException.class, () -> AnswerJson.read(text, "shelf, key k"));

    assertThat(refused.getMessage(), containsString("shelf, key k"));
  }
}
