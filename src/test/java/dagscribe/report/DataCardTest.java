package dagscribe.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dagscribe.totals.Destination;
import dagscribe.totals.LicenceTotals;
import dagscribe.totals.OutputTotals;
import dagscribe.totals.RunTotals;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataCardTest {

  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  @Test
  void card_letsALoaderOfTheDirectoryLoadThePairsAlone() {
    String card =
        card(
            "m",
            RunTotals.of(OutputTotals.written(Destination.INSTRUCTIONS, 1_000, Optional.empty())));
    assertThat(card, startsWith("---\n"));
    assertThat(card, containsString("  - split: train\n    path: instructions-*.jsonl\n"));
    assertThat(card, containsString("- 1K<n<10K\n"));
    assertThat(card, containsString("| pairs | 1,000 |"));
    assertThat(card, containsString(DataCard.MARK));
  }

  @Test
  void card_namesLicencesAsTheHubDoesAndAsTheRecordsDo() {
    String card =
        card("m", licences(Map.of("Apache-2.0", 3L, "GPL-3.0-or-later", 2L, "House rules", 1L)));
    assertThat(card, containsString("license:\n- apache-2.0\n- gpl-3.0\n- other\n"));
    assertThat(card, containsString("| Apache-2.0 | 3 |"));
    assertThat(card, containsString("| House rules | 1 |"));
  }

  @Test
  void card_escapesWhatItWasGiven() {
    String hostile = "x |\n---\nconfigs: [a](javascript:b) <script> {{made}} \u202e `";
    String card = card(hostile, licences(Map.of(hostile, 1L)));
    String front = card.substring(4, card.indexOf("\n---\n"));
    assertThat(front, containsString("license:\n- other\n"));
    assertThat(front, not(containsString("javascript")));
    String text =
        "x \\| --- configs\\: \\[a\\]\\(javascript\\:b\\) \\<script\\> \\{\\{made\\}\\}   \\`";
    assertThat(card, containsString("| model | " + text + " |\n"));
    assertThat(card, containsString("| " + text + " | 1 |\n"));
  }

  @Test
  void card_ofNoPairsSaysSo() {
    assertThat(card("m", RunTotals.NONE), containsString("made no pairs"));
    assertThat(card("m", RunTotals.NONE), containsString("license:\n- unknown\n"));
  }

  @Test
  void template_neverFillsWhatWasFilledIn() {
    assertThat(
        new PageTemplate("{{a}} {{b}}").fill(Map.of("a", "{{b}} $1 \\", "b", "c")),
        is("{{b}} $1 \\ c"));
  }

  private static RunTotals licences(Map<String, Long> lines) {
    return RunTotals.of(new OutputTotals(Map.of(), Set.of(), new LicenceTotals(lines, 0)));
  }

  private static String card(String model, RunTotals totals) {
    RunInfo info =
        new RunInfo("1.0", START, "D", "https://inner", false, "speed", model, true, "v1", "full");
    String card = DataCard.render(RunReport.of(info, totals, START.plusSeconds(4)));
    assertThat("no address leaves the house", card, not(containsString("https://inner")));
    return card;
  }
}
