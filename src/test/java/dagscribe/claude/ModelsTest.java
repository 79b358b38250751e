package dagscribe.claude;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import dagscribe.claude.ModelSettings.Effort;
import dagscribe.claude.ModelSettings.Thinking;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelsTest {
  @ParameterizedTest
  @CsvSource({
    "claude-3-haiku-20240307, claude-haiku-5-5",
    "claude-3-5-haiku-20241022, claude-haiku-5-5",
    "claude-3-5-haiku-latest, claude-haiku-5-5",
    "claude-3-5-sonnet-20241022, claude-sonnet-5-5",
    "claude-3-7-sonnet-20250219, claude-sonnet-5-5",
    "claude-sonnet-4-20250514, claude-sonnet-5-5",
    "claude-opus-4, claude-opus-5-5",
    "claude-opus-4-1-20250805, claude-opus-5-5",
    "claude-2.1, claude-opus-5-5"
  })
  void retired_isRefusedByNameWithItsSuccessor(String id, String successor) {
    ModelSettings settings = new ModelSettings(id, Thinking.OMIT, null, 100);
    assertThat(
        Models.problem(settings),
        is(Optional.of(id + " is retired and no longer answers; use " + successor)));
  }

  @ParameterizedTest
  @CsvSource({
    "claude-haiku-5-5",
    "claude-sonnet-5-5",
    "claude-opus-5-5",
    "claude-opus-4-8",
    "claude-sonnet-4-6",
    "claude-haiku-4-5",
    "claude-opus-4-5-20251101",
    "llama-3",
    "my/own:model"
  })
  void servedAndForeign_areNotCalledRetired(String id) {
    assertThat(Models.successorOfRetired(id), is(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "claude-haiku-5-5, DISABLED, HIGH, 100, true",
    "claude-haiku-5-5, DISABLED, MAX, 100, false",
    "claude-haiku-5-5, ADAPTIVE, MAX, 100, true",
    "claude-haiku-5-5, BETWEEN_TOOLS, LOW, 100, false",
    "claude-haiku-5-5, ADAPTIVE, LOW, 128001, false",
    "claude-sonnet-5-5, DISABLED, LOW, 100, false",
    "claude-sonnet-5-5, BETWEEN_TOOLS, HIGH, 100, true",
    "claude-sonnet-5-5, BETWEEN_TOOLS, XHIGH, 100, false",
    "claude-opus-5-5, DISABLED, LOW, 100, false",
    "claude-opus-5-5, ADAPTIVE, MEDIUM, 16000, true",
    "claude-haiku-4-5, DISABLED, LOW, 100, false",
    "claude-haiku-4-5, DISABLED, , 100, true",
    "anything-else, BETWEEN_TOOLS, MAX, 100, true"
  })
  void settings_areAcceptedAsTheModelDoes(
      String id, Thinking thinking, Effort effort, int maxTokens, boolean isAccepted) {
    ModelSettings settings = new ModelSettings(id, thinking, effort, maxTokens);
    assertThat(Models.problem(settings).isEmpty(), is(isAccepted));
  }

  @ParameterizedTest
  @EnumSource
  void profile_isAcceptedAndHasAPrice(Profile profile) {
    assertThat(Models.problem(profile.settings()), is(Optional.empty()));
    assertThat(Prices.of(profile.settings().model()).isPresent(), is(true));
  }

  @ParameterizedTest
  @CsvSource({
    "claude-haiku-5-5, 100000, 0, 0, 0, 0.01",
    "claude-haiku-5-5, 100001, 0, 0, 0, 0.0500005",
    "claude-haiku-5-5, 1000, 400, 2000, 0, 0.00055",
    "claude-haiku-5-5, 0, 0, 0, 2000, 0.00002",
    "claude-opus-5-5, 1500, 400, 0, 2000, 0.0144",
    "claude-sonnet-5-5, 1500, 400, 0, 2000, 0.0072"
  })
  void price_isTheListPrice(
      String model, long input, long output, long written, long read, double usd) {
    Usage usage = new Usage(input, output, written, read);
    assertThat(Prices.of(model).orElseThrow().usd(usage), closeTo(usd, 1e-9));
  }

  @Test
  void unknownModel_hasNoPriceRatherThanNone() {
    assertThat(Prices.of("llama-3"), is(Optional.empty()));
  }
}
