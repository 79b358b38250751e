package dagscribe.cli;

import dagscribe.report.Ledger;
import dagscribe.report.RunReport;
import dagscribe.steps.WriteReport;
import dagscribe.totals.CallInDoubt;
import dagscribe.totals.FileTotals;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report in a few lines, for the end of a run. */
final class Summary {

  private Summary() {}

  static String of(RunReport report, String directory) {
    Ledger ledger = report.ledger();
    StringBuilder text = new StringBuilder();
    if (report.simulated()) {
      text.append("simulated: no model was asked\n");
    }
    line(text, "read", ledger.read(), files(ledger.files()));
    line(text, "instructions", ledger.instructions(), reuse(report));
    line(text, "skipped", ledger.skipped(), reasons(report, "skipped"));
    line(text, "failed", ledger.failed(), reasons(report, "failed"));
    line(text, "deferred", ledger.deferred(), reasons(report, "deferred"));
    line(text, "review", ledger.review(), reasons(report, "review"));
    text.append("ledger        ").append(ledger.balanced() ? "balanced" : "BROKEN").append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            "calls         %d in %.1f s, %s%n",
            report.requestsSent(),
            report.seconds(),
            cost(report.cost())));
    text.append(dagsPerCall(report));
    if (!report.inDoubt().isEmpty()) {
      text.append(doubt(report.inDoubt()));
    }
    text.append("report        ").append(directory).append('/').append(WriteReport.HTML_FILE);
    return text.append('\n').toString();
  }

  private static void line(StringBuilder text, String name, long count, String note) {
    text.append(String.format(Locale.ROOT, "%-13s %d%s%n", name, count, note));
  }

  private static String files(FileTotals files) {
    String all = files.matched() == 1 ? " lines of 1 file" : " lines of " + files.read() + " files";
    return files.balanced()
        ? all
        : " lines; files matched " + files.matched() + ", read " + files.read();
  }

  private static String reuse(RunReport report) {
    long reused = report.cached() + report.duplicates() + report.shared();
    return reused == 0
        ? ""
        : String.format(
            Locale.ROOT,
            " (cached %d, duplicates %d, shared %d)",
            report.cached(),
            report.duplicates(),
            report.shared());
  }

  private static String cost(RunReport.Cost cost) {
    boolean isPriced = cost.paidUsd() != null && cost.withoutReuseUsd() != null;
    return isPriced && cost.savedTokens() > 0
        ? String.format(
            Locale.ROOT,
            "%s paid, %s saved by reuse",
            dollars(cost.paidUsd()),
            dollars(cost.savedUsd()))
        : dollars(cost.paidUsd());
  }

  private static String doubt(List<CallInDoubt> calls) {
    long dags = calls.stream().mapToLong(call -> call.dags().size()).sum();
    return String.format(
        Locale.ROOT,
        "in doubt      %d calls for %d DAGs, open when a run before this one died: perhaps billed;"
            + " named in report.json%n",
        calls.size(),
        dags);
  }

  private static String reasons(RunReport report, String destination) {
    Map<String, Long> reasons = report.reasons().getOrDefault(destination, Map.of());
    return reasons.isEmpty()
        ? ""
        : reasons.entrySet().stream()
            .map(reason -> reason.getKey() + " " + reason.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String dagsPerCall(RunReport report) {
    return report.dagsPerCall().isEmpty()
        ? ""
        : "DAGs a call   " + String.join("; ", report.dagsPerCall().keySet()) + "\n";
  }

  private static String dollars(@Nullable Double usd) {
    return usd == null ? "no known price" : String.format(Locale.ROOT, "$%.4f", usd);
  }
}
