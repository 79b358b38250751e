package dagscribe.steps;

import dagscribe.records.OutputLine;
import dagscribe.records.OutputLineCoder;
import dagscribe.records.RecordCoder;
import dagscribe.records.RecordLines;
import dagscribe.source.ScoredDag;
import dagscribe.source.SelectionRules;
import dagscribe.source.Skip;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** Keeps the DAGs worth paying for; the others go to {@code skipped} with the reason. */
public final class FilterDags extends PTransform<PCollection<ScoredDag>, PCollectionTuple> {

  /** DAGs worth paying for. */
  public static final TupleTag<ScoredDag> KEPT = new TupleTag<>("kept") {};

  /** Lines for the others. */
  public static final TupleTag<OutputLine> SKIPPED = new TupleTag<>("skipped") {};

  private final SelectionRules rules;

  private FilterDags(SelectionRules rules) {
    this.rules = rules;
  }

  /** Keeps what these rules keep. */
  public static FilterDags by(SelectionRules rules) {
    return new FilterDags(rules);
  }

  @Override
  public PCollectionTuple expand(PCollection<ScoredDag> dags) {
    PCollectionTuple filtered =
        dags.apply(
            "Filter", ParDo.of(new FilterFn(rules)).withOutputTags(KEPT, TupleTagList.of(SKIPPED)));
    filtered.get(KEPT).setCoder(RecordCoder.of(ScoredDag.class));
    filtered.get(SKIPPED).setCoder(OutputLineCoder.of());
    return filtered;
  }

  private static final class FilterFn extends DoFn<ScoredDag, ScoredDag> {

    private final SelectionRules rules;

    FilterFn(SelectionRules rules) {
      this.rules = rules;
    }

    @ProcessElement
    public void process(@Element ScoredDag dag, MultiOutputReceiver out) {
      Optional<Skip> skip = rules.check(dag.facts(), dag.priority());
      if (skip.isPresent()) {
        out.get(SKIPPED).output(RecordLines.skipped(dag, skip.get()));
      } else {
        out.get(KEPT).output(dag);
      }
    }
  }
}
