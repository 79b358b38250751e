package dagscribe.report;

import com.google.common.html.HtmlEscapers;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report as one static page, without scripts and without anything from outside. Every text is
 * escaped, whoever wrote it.
 */
public final class ReportPage {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>dagscribe run</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; color: #1c2330; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.5rem; margin-bottom: 0 } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
      p.sub { color: #5b6577; margin-top: .2rem }
      table { border-collapse: collapse; width: 100%% }
      td { padding: .25rem .5rem; border-bottom: 1px solid #e4e8ef; vertical-align: top }
      td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; width: 9rem }
      td.b { width: 40%% } .bar { background: #3d6fb4; height: .8rem; border-radius: 2px }
      .note { background: #fff6dd; border-left: 4px solid #d9a300; padding: .5rem .8rem }
      .ok { color: #1d7a3e } .bad { color: #b3261e; font-weight: 600 }
      @media (prefers-color-scheme: dark) { body { background: #14181f; color: #dfe4ec }
        td { border-color: #2c3442 } .note { background: #3a3216 } p.sub { color: #9aa5b8 } }
      </style>
      </head>
      <body>
      <h1>dagscribe run</h1>
      <p class="sub">%s</p>
      %s
      <h2>Ledger</h2>
      <p>%s</p>
      <table>%s</table>
      %s
      <h2>Calls</h2>
      <table>%s</table>
      <h2>Cost</h2>
      <table>%s</table>
      </body>
      </html>
      """;

  private ReportPage() {}

  /** Renders a report. */
  public static String render(RunReport report) {
    return String.format(
        Locale.ROOT,
        PAGE,
        subtitle(report),
        notes(report),
        balance(report.ledger()),
        ledger(report.ledger()),
        reasons(report),
        rows(report.calls()),
        cost(report));
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
    report
        .stopped()
        .forEach(
            (kind, message) ->
                notes.append(
                    "<p class=\"note\">Stopped by " + escape(kind + ": " + message) + "</p>\n"));
    return notes.toString();
  }

  private static String balance(Ledger ledger) {
    return ledger.balanced()
        ? "<span class=\"ok\">Balanced</span>: every line read was written once."
        : "<span class=\"bad\">Not balanced</span>: "
            + ledger.read()
            + " lines read, "
            + ledger.written()
            + " written.";
  }

  private static String ledger(Ledger ledger) {
    return bar("read", ledger.read(), ledger.read())
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

  private static String cost(RunReport report) {
    return row("paid", dollars(report.cost().paidUsd()))
        + row("without cache and deduplication", dollars(report.cost().withoutReuseUsd()))
        + row("instructions from the cache", String.valueOf(report.cached()))
        + row("instructions shared with a duplicate", String.valueOf(report.duplicates()));
  }

  private static String dollars(@Nullable Double usd) {
    return usd == null ? "no known price" : String.format(Locale.ROOT, "$%.4f", usd);
  }

  private static String row(String name, String value) {
    return "<tr><td>" + escape(name) + "</td><td class=\"n\">" + escape(value) + "</td></tr>\n";
  }

  private static String escape(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }
}
