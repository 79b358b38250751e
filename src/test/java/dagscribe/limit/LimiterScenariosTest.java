package dagscribe.limit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimiterScenariosTest {
  private static final Path REPORT = Path.of("docs", "limiter-scenarios.md");

  /** Each run once; a scenario that has run is only looked at. */
  private static final List<Scenario> ALL = Scenarios.all();

  @BeforeAll
  static void runAll() {
    ALL.forEach(Scenario::run);
  }

  /** Used at least; refused at most; seconds until it is back at most. */
  @ParameterizedTest
  @CsvSource({
    "steady-requests, 0.98, 0.002, -",
    "steady-input, 0.98, 0.002, -",
    "steady-output, 0.98, 0.002, -",
    "small-account, 0.98, 0.002, -",
    "limit-halved, 0.98, 0.002, 5",
    "limit-doubled, 0.97, 0.002, 45",
    "refusal-storm, 0.93, 0.005, 75",
    "overloaded, 0.95, 0.002, 30",
    "outage, 0.98, 0.002, 15",
    "slow-server, 0.98, 0.002, 25",
    "four-processes, 0.95, 0.01, -",
    "four-processes-late-word, 0.95, 0.01, -",
    "one-second-bursts, 0.98, 0.002, -",
    "eight-slots, 0.98, 0.002, -",
    "generous-word, 0.98, 0.002, -",
    "bare-refusals, 0.98, 0.02, -",
    "stray-refusals, 0.7, 0.11, -",
    "strays-and-limit, 0.98, 0.15, -"
  })
  void account_isUsedToItsLimit(String name, double used, double refused, String back) {
    Scenario scenario = named(name);
    assertThat(scenario.shareUsed(), greaterThanOrEqualTo(used));
    assertThat(scenario.shareRefused(), lessThanOrEqualTo(refused));
    if (!back.equals("-")) {
      int seconds = scenario.recoverySeconds(scenario.recoversFrom);
      assertThat(seconds, lessThanOrEqualTo(Integer.parseInt(back)));
    }
  }

  @Test
  void sixtyFourWorkers_areAllInFlightFromTheFirstMoment() {
    Scenario scenario = named("sixty-four-workers");
    assertThat(scenario.tally.sent(0, 1), is(64.0));
    assertThat(scenario.tally.served(0, 60), is(500.0));
    assertThat(scenario.tally.lastServedSeconds(), lessThanOrEqualTo(24.5));
  }

  @Test
  void refusalsThatHaveNothingToDoWithRate_slowNothingDown() {
    Scenario scenario = named("stray-failures");
    assertThat(scenario.tally.served(0, 120), is(400.0));
    assertThat(scenario.tally.lastServedSeconds(), lessThanOrEqualTo(20.0));
  }

  @Test
  void moreCallsInFlight_areNotTriedForLongWhenTheyBringNothing() {
    Scenario scenario = named("generous-word");
    assertThat(scenario.total(LimiterTotals::maxInFlight), lessThanOrEqualTo(250.0));
  }

  @Test
  void fourProcesses_shareEvenly() {
    Scenario scenario = named("four-processes");
    double all = scenario.total(LimiterTotals::granted);
    for (SimulatedProcess process : scenario.running) {
      double share = process.limiter().totals().granted() / all;
      assertThat(share, greaterThanOrEqualTo(0.20));
      assertThat(share, lessThanOrEqualTo(0.30));
    }
  }

  @Test
  void permits_areAllSettledWhenTheWorkIsDone() {
    Scenario scenario = in(Scenarios.all(), "overloaded").with(s -> s.calls = 8_000).run();
    scenario.time.finish();
    assertThat(scenario.total(LimiterTotals::outstanding), is(0.0));
  }

  @Test
  void report_isWhatTheScenariosShow() throws IOException {
    String report = ScenarioReport.of(ALL);
    if (Boolean.getBoolean("dagscribe.rewrite")) {
      Files.createDirectories(REPORT.getParent());
      Files.writeString(REPORT, report);
    }
    assertThat(Files.readString(REPORT), is(report));
  }

  private static Scenario named(String name) {
    return in(ALL, name);
  }

  private static Scenario in(List<Scenario> scenarios, String name) {
    return scenarios.stream().filter(s -> s.name.equals(name)).findFirst().orElseThrow();
  }
}
