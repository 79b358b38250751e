package dagscribe.graph;

import dagscribe.records.OutputLine;
import dagscribe.records.OutputLineCoder;
import dagscribe.records.RecordCoder;
import dagscribe.steps.TriggerPanes;
import dagscribe.totals.RunTotals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a graph leave behind: lines to be written, and numbers for the report. Used
 * while a graph is made, by one thread.
 */
public final class GraphOutputs {

  private final List<PCollection<OutputLine>> lines = new ArrayList<>();
  private final List<PCollection<RunTotals>> totals = new ArrayList<>();

  private final @Nullable Duration watch;

  /**
   * @param watch how often to look for new files; null to read once those that are there
   */
  GraphOutputs(@Nullable Duration watch) {
    this.watch = watch;
  }

  void lines(PCollection<OutputLine> part) {
    lines.add(part);
  }

  void totals(PCollection<RunTotals> part) {
    totals.add(part.apply("TriggerTotals" + totals.size(), TriggerPanes.ofAll(watch)));
  }

  /** All lines so far, in one collection. */
  PCollection<OutputLine> allLines() {
    return PCollectionList.of(lines)
        .apply("AllLines", Flatten.pCollections())
        .setCoder(OutputLineCoder.of())
        .apply("TriggerLines", TriggerPanes.ofNews(watch));
  }

  /** All numbers so far, in one collection. */
  PCollection<RunTotals> allTotals() {
    return PCollectionList.of(totals)
        .apply("AllTotals", Flatten.pCollections())
        .setCoder(RecordCoder.of(RunTotals.class));
  }
}
