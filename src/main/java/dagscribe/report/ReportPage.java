package dagscribe.report;

import com.google.common.html.HtmlEscapers;
import dagscribe.text.PlainText;
import dagscribe.totals.CallInDoubt;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The report as one static page, without scripts and without anything from outside. Every text is
 * escaped, whoever wrote it.
 */
public final class ReportPage {

  /** What every page has, and no other file. */
  public static final String MARK = "<title>dagscribe run</title>";

  private static final String TEMPLATE = "/dagscribe/report/page.html";

  private ReportPage() {}

  /** Renders a report. */
  public static String render(RunReport report) {
    return PageTemplate.resource(TEMPLATE)
        .fill(
            Map.of(
                "subtitle", subtitle(report),
                "notes", notes(report),
                "balance", balance(report.ledger()),
                "ledger", ledger(report.ledger()),
                "reasons", reasons(report),
                "calls", rows(report.calls()) + packing(report),
                "cost", cost(report)));
  }

  private static String subtitle(RunReport report) {
    return escape(
        String.format(
            Locale.ROOT,
            "%s · %.1f s · %s · %s · profile %s · model %s · prompt %s",
            report.started(),
            report.seconds(),
            report.runner(),
            report.endpoint(),
            report.profile(),
            report.model(),
            report.promptVersion()));
  }

  private static String notes(RunReport report) {
    StringBuilder notes = new StringBuilder();
    if (report.simulated()) {
      notes.append(
          "<p class=\"note\">Simulated: no model was asked. The instructions are made from the facts"
              + " of each source by the built-in server.</p>\n");
    }
    if (!report.inDoubt().isEmpty()) {
      notes.append("<p class=\"note\">In doubt: " + escape(doubt(report.inDoubt())) + "</p>\n");
    }
    report
        .stopped()
        .forEach(
            (kind, message) ->
                notes.append(
                    "<p class=\"note\">Stopped by " + escape(kind + ": " + message) + "</p>\n"));
    return notes.toString();
  }

  private static String doubt(List<CallInDoubt> calls) {
    String dags =
        calls.stream().flatMap(call -> call.dags().stream()).collect(Collectors.joining(", "));
    return calls.size()
        + " calls that a run before this one left open when it died, and that may have been billed."
        + " They asked for "
        + dags;
  }

  private static String balance(Ledger ledger) {
    return ledger.balanced()
        ? "<span class=\"ok\">Balanced</span>: every file matched was read, and every line read was"
            + " written once."
        : "<span class=\"bad\">Not balanced</span>: "
            + ledger.files().matched()
            + " files matched, "
            + ledger.files().read()
            + " read; "
            + ledger.read()
            + " lines read, "
            + ledger.written()
            + " written.";
  }

  private static String ledger(Ledger ledger) {
    return bar("files matched", ledger.files().matched(), ledger.files().matched())
        + bar("files read", ledger.files().read(), ledger.files().matched())
        + bar("read", ledger.read(), ledger.read())
        + bar("instructions", ledger.instructions(), ledger.read())
        + bar("skipped", ledger.skipped(), ledger.read())
        + bar("failed", ledger.failed(), ledger.read())
        + bar("deferred", ledger.deferred(), ledger.read())
        + bar("review", ledger.review(), ledger.read());
  }

  private static String bar(String name, long count, long of) {
    double percent = of == 0 ? 0 : 100.0 * count / of;
    return String.format(
        Locale.ROOT,
        "<tr><td>%s</td><td class=\"n\">%,d</td><td class=\"b\">"
            + "<div class=\"bar\" style=\"width:%.1f%%\"></div></td></tr>\n",
        name,
        count,
        percent);
  }

  private static String reasons(RunReport report) {
    StringBuilder html = new StringBuilder();
    report
        .reasons()
        .forEach(
            (destination, counts) ->
                html.append("<h2>Why " + escape(destination) + "</h2>\n<table>")
                    .append(rows(counts))
                    .append("</table>\n"));
    return html.toString();
  }

  private static String rows(Map<String, Long> counts) {
    StringBuilder rows = new StringBuilder();
    counts.forEach(
        (name, count) -> rows.append(row(name, String.format(Locale.ROOT, "%,d", count))));
    return rows.toString();
  }

  private static String packing(RunReport report) {
    return report.dagsPerCall().isEmpty()
        ? ""
        : row("DAGs a call", String.join("; ", report.dagsPerCall().keySet()));
  }

  private static String cost(RunReport report) {
    RunReport.Cost cost = report.cost();
    return row("paid", dollars(cost.paidUsd()))
        + row("had nothing been reused", dollars(cost.withoutReuseUsd()))
        + row("saved", dollars(cost.savedUsd()))
        + row("saved tokens", String.format(Locale.ROOT, "%,d", cost.savedTokens()))
        + row("saved by the prompt cache", dollars(cost.savedByPromptCacheUsd()))
        + row("instructions from the cache", String.valueOf(report.cached()))
        + row("instructions of duplicates", String.valueOf(report.duplicates()))
        + row("instructions of equal questions under way", String.valueOf(report.shared()));
  }

  private static String dollars(@Nullable Double usd) {
    return usd == null ? "no known price" : String.format(Locale.ROOT, "$%.4f", usd);
  }

  private static String row(String name, String value) {
    return "<tr><td>" + escape(name) + "</td><td class=\"n\">" + escape(value) + "</td></tr>\n";
  }

  private static String escape(String text) {
    return HtmlEscapers.htmlEscaper().escape(PlainText.spaced(text));
  }
}
