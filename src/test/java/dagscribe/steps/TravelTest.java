package dagscribe.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dagscribe.claude.Profile;
import dagscribe.delivery.ClientSettings;
import dagscribe.generate.Pass;
import dagscribe.records.OutputFormat;
import dagscribe.source.SelectionRules;
import dagscribe.worker.JobSettings;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What travels to the workers arrives as it was, and brings no key along. */
class TravelTest {

  private static final Pass PASS = Pass.first(Profile.SPEED.settings(), 6_000, 5);
  private static final JobSettings SETTINGS =
      new JobSettings(
          "some job",
          ClientSettings.DEFAULTS.withBaseUrl("http://127.0.0.1:1").withMaxCostUsd(2.5),
          "memory",
          2,
          List.of(PASS));

  static Stream<Serializable> travellers() {
    return Stream.of(
        ReadLines.of(new Input(List.of(), List.of("a", "b"), Duration.ofSeconds(5), "content")),
        ParseDags.of("content"),
        PrepareDags.of(new SelectionRules(20, Set.of("BashOperator"), 0.5), List.of(PASS.form())),
        KeepTopDags.of(7),
        DeduplicateDags.on(new HashShards(2)),
        GenerateInstructions.with(SETTINGS, PASS.name(), 2),
        new GenerateFn(SETTINGS, PASS.name(), true),
        RouteOutcomes.as(OutputFormat.CHAT),
        TallyLines.create(),
        WriteLines.to("out", 3));
  }

  @ParameterizedTest
  @MethodSource("travellers")
  void step_travels(Serializable step) {
    Serializable copy = SerializableUtils.ensureSerializable(step);
    assertThat(copy.getClass(), is((Object) step.getClass()));
  }

  @Test
  void settings_arriveAsTheyWere() {
    JobSettings copy = SerializableUtils.clone(SETTINGS);
    assertThat(copy, is(SETTINGS));
    assertThat("equal settings share a runtime", copy.hashCode(), is(SETTINGS.hashCode()));
  }

  @Test
  void settings_holdNoKey() {
    String key = System.getenv().getOrDefault("ANTHROPIC_API_KEY", "sk-ant-");
    byte[] bytes =
        SerializableUtils.serializeToByteArray(new GenerateFn(SETTINGS, PASS.name(), true));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text, containsString("http://127.0.0.1:1"));
    assertThat(text, not(containsString(key)));
    assertThat(text.toLowerCase(Locale.ROOT), not(containsString("apikey")));
  }
}
