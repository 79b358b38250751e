package dagscribe.limit;

import java.util.List;
import java.util.Locale;

/** Writes what the scenarios showed, as Markdown. */
final class ScenarioReport {
  private static final String BARS = " ▁▂▃▄▅▆▇█";
  private static final int BAR_SECONDS = 10;

  private ScenarioReport() {}

  static String of(List<Scenario> scenarios) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # The limiter's worst days

        Written by `LimiterScenariosTest`, which fails when this file is not what it would write;
        `-Ddagscribe.rewrite=true` writes it anew. Time is virtual, so the numbers are the same on
        every machine. What this cannot show: threads, connections, and clocks that disagree.

        *Used* is the share of the binding limit that was used after the start (from 120 s on);
        above 1 means that a minute's credit, saved up before, was used too. *429* is the share of
        all calls that were answered so, the start included. *Back* is the time from the event, or
        from its end, until five seconds together use nine tenths of the limit.

        | scenario | used | first minute | 429 | cuts | gate closed | back | in flight at the end |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        """);
    scenarios.forEach(scenario -> out.append(row(scenario)));
    scenarios.forEach(scenario -> out.append(chart(scenario)));
    return out.toString();
  }

  private static String row(Scenario s) {
    String back = s.recoversFrom < 0 ? "–" : s.recoverySeconds(s.recoversFrom) + " s";
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %.2f | %.2f %% | %.0f | %.0f | %s | %.0f |%n",
        s.name,
        s.shareUsed(),
        s.shareUsed(0, 60),
        100 * s.shareRefused(),
        s.total(LimiterTotals::cuts),
        s.total(LimiterTotals::gateClosings),
        back,
        s.total(LimiterTotals::outstanding));
  }

  private static String chart(Scenario s) {
    StringBuilder used = new StringBuilder();
    StringBuilder refused = new StringBuilder();
    for (int from = 0; from + BAR_SECONDS <= s.seconds; from += BAR_SECONDS) {
      used.append(bar(s.shareUsed(from, from + BAR_SECONDS) / 2));
      double sent = Math.max(1, s.tally.sent(from, from + BAR_SECONDS));
      double lost =
          s.tally.refused(from, from + BAR_SECONDS) + s.tally.failed(from, from + BAR_SECONDS);
      refused.append(bar(lost / sent));
    }
    return String.format(
        Locale.ROOT,
        "%n## %s%n%n%s One column is %d s; a half column is the limit.%n%n```%nused    %s|%nrefused %s|%n```%n",
        s.name,
        s.story,
        BAR_SECONDS,
        used,
        refused);
  }

  private static char bar(double share) {
    int steps = BARS.length() - 1;
    int height = (int) Math.round(Math.min(1, share) * steps);
    return BARS.charAt(share > 0 ? Math.max(1, height) : 0);
  }
}
