package dagscribe.estimate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.cache.CachedInstruction;
import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.claude.Profile;
import dagscribe.source.ContentHash;
import dagscribe.source.Dag;
import dagscribe.source.Origin;
import dagscribe.source.PreparedDag;
import dagscribe.source.ScoredDag;
import dagscribe.source.SentText;
import dagscribe.source.Text;
import dagscribe.source.airflow.ParsedSource;
import dagscribe.source.airflow.Priority;
import dagscribe.source.airflow.SourceReader;
import dagscribe.totals.RunTotals;
import dagscribe.totals.SurveyTotals;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SurveyTest {

  private static final Candidate SPEED = candidate(Profile.SPEED, 100);
  private static final Candidate QUALITY = candidate(Profile.QUALITY, 24_000);

  @Test
  void sources_areMeasuredAsTheyAreSent() {
    SurveyTotals work = of(SPEED, measure(List.of("a = 1", "b = 22"), Map.of()));
    // "<dag-MARKER88 id=\"d99\">\n" and "\n</dag-MARKER88>\n" around each source and its line end
    assertThat(work, is(new SurveyTotals(2, 0, 0, 6 + 7 + 2 * 41)));
  }

  @Test
  void answersInTheCache_areCountedForTheirCandidateOnly() {
    String key = QUALITY.form().keys().apply("a = 1\n");
    RunTotals totals = measure(List.of("a = 1", "b = 22"), Map.of(key, answer()));
    assertThat(of(SPEED, totals).cached(), is(0L));
    assertThat(of(QUALITY, totals), is(new SurveyTotals(1, 1, 0, 7 + 41)));
  }

  @Test
  void sourcesThatAreShortenedToTheSame_areOneQuestion() {
    String code = "x = 1\n".repeat(10);
    List<String> sources = List.of("# first " + "-".repeat(80) + "\n" + code, code);
    RunTotals totals = measure(sources, Map.of());
    assertThat(of(SPEED, totals).asked(), is(1L));
    assertThat(of(SPEED, totals).shared(), is(1L));
    assertThat(of(QUALITY, totals).asked(), is(2L));
    assertThat(totals.dags().distinct(), is(2L));
  }

  private static RunTotals measure(List<String> sources, Map<String, CachedInstruction> answers) {
    InstructionCache cache = InstructionCaches.open("memory");
    cache.store(answers);
    try (Survey survey = new Survey(List.of(SPEED, QUALITY), cache)) {
      return survey.measure(sources.stream().map(SurveyTest::prepared).toList());
    }
  }

  private static SurveyTotals of(Candidate candidate, RunTotals totals) {
    return Objects.requireNonNull(totals.surveys().get(candidate.name()));
  }

  private static PreparedDag prepared(String source) {
    try (SourceReader reader = new SourceReader()) {
      ParsedSource parsed = reader.read(source, SPEED.contentChars());
      ScoredDag scored =
          new ScoredDag(
              new Dag("a", new Origin("f", 1), source, "{}"),
              parsed.facts(),
              Priority.of(parsed.facts()),
              ContentHash.of(source));
      return new PreparedDag(scored, List.of(sent(parsed, SPEED), sent(parsed, QUALITY)));
    }
  }

  private static SentText sent(ParsedSource parsed, Candidate candidate) {
    String text = parsed.within(candidate.contentChars());
    return new SentText(candidate.form().keys().apply(text), Text.of(text));
  }

  private static Candidate candidate(Profile profile, int contentChars) {
    return new Candidate(profile.name(), profile.settings(), contentChars);
  }

  private static CachedInstruction answer() {
    return new CachedInstruction("Create a DAG.", "m", "v", 1, 1, 0, null, 0);
  }
}
