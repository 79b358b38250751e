package dagscribe;

import dagscribe.io.OutputLine;
import dagscribe.io.OutputLineCoder;
import dagscribe.io.RecordCoder;
import dagscribe.report.Totals;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * What the steps of a graph leave behind: lines to be written, and numbers for the report. Used
 * while a graph is made, by one thread.
 */
final class Ends {

  private final List<PCollection<OutputLine>> lines = new ArrayList<>();
  private final List<PCollection<Totals>> totals = new ArrayList<>();

  void lines(PCollection<OutputLine> part) {
    lines.add(part);
  }

  void totals(PCollection<Totals> part) {
    totals.add(part);
  }

  /** All lines so far, in one collection. */
  PCollection<OutputLine> allLines() {
    return PCollectionList.of(lines)
        .apply("AllLines", Flatten.pCollections())
        .setCoder(OutputLineCoder.of());
  }

  /** All numbers so far, in one collection. */
  PCollection<Totals> allTotals() {
    return PCollectionList.of(totals)
        .apply("AllTotals", Flatten.pCollections())
        .setCoder(RecordCoder.of(Totals.class));
  }
}
