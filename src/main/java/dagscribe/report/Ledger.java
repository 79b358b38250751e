package dagscribe.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dagscribe.totals.Destination;
import dagscribe.totals.FileTotals;
import dagscribe.totals.OutputTotals;
import dagscribe.totals.RunTotals;

/**
 * The proof that nothing was lost: files matched on one side, files read to their end on the other;
 * non-blank lines read on one side, lines written to each destination on the other. All sides are
 * counted independently, the last one in the files as they lie in the output directory.
 *
 * @param files the files of the input
 */
@JsonIgnoreProperties(value = "balanced", allowGetters = true)
public record Ledger(
    FileTotals files,
    long read,
    long instructions,
    long skipped,
    long failed,
    long deferred,
    long review) {

  static Ledger of(RunTotals totals) {
    OutputTotals output = totals.output();
    return new Ledger(
        totals.files(),
        totals.linesRead(),
        output.at(Destination.INSTRUCTIONS).lines(),
        output.at(Destination.SKIPPED).lines(),
        output.at(Destination.FAILED).lines(),
        output.at(Destination.DEFERRED).lines(),
        output.at(Destination.REVIEW).lines());
  }

  /** Lines written to all destinations. */
  public long written() {
    return instructions + skipped + failed + deferred + review;
  }

  /** Whether every file was read, and every line read was written once. */
  @JsonProperty("balanced")
  public boolean balanced() {
    return files.balanced() && read == written();
  }
}
