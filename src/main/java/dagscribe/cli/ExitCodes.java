package dagscribe.cli;

import dagscribe.report.Ledger;
import dagscribe.report.RunReport;
import java.io.PrintStream;
import java.util.Locale;

/** What a report means for the exit code; the gravest counts. */
final class ExitCodes {

  private ExitCodes() {}

  /** The exit code, with a sentence on {@code err} unless it is 0. */
  static ExitCode on(RunReport report, long maxFailures, PrintStream err) {
    Ledger ledger = report.ledger();
    if (!ledger.balanced()) {
      err.printf(
          Locale.ROOT,
          "dagscribe: the ledger is broken: %d files matched, %d read; %d lines read, %d written%n",
          ledger.files().matched(),
          ledger.files().read(),
          ledger.read(),
          ledger.written());
      return ExitCode.LEDGER;
    }
    ExitCode stopped = onStops(report, err);
    if (stopped != ExitCode.DONE) {
      return stopped;
    }
    if (ledger.failed() > maxFailures) {
      err.printf(
          Locale.ROOT,
          "dagscribe: %d records failed, more than --maxFailures=%d; see %s%n",
          ledger.failed(),
          maxFailures,
          "failed-*.jsonl in the output directory");
      return ExitCode.FAILURES;
    }
    return ExitCode.DONE;
  }

  /**
   * The exit code as far as it follows from what stopped the asking: all there is to say of a run
   * that was stopped in the midst of its work.
   */
  static ExitCode onStops(RunReport report, PrintStream err) {
    ExitCode stopped = StopAdvice.exitCode(report.stopped());
    if (stopped != ExitCode.DONE) {
      report.stopped().forEach((kind, message) -> err.println(StopAdvice.explain(kind, message)));
    }
    return stopped;
  }
}
