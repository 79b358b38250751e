package dagscribe.steps;

import dagscribe.records.OutputLineCoder;
import dagscribe.records.RecordCoder;
import dagscribe.records.RecordLines;
import dagscribe.source.Origin;
import dagscribe.source.PreparedDag;
import dagscribe.source.Skip;
import dagscribe.source.SkipReason;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableComparator;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.Top;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Keeps the N DAGs of highest priority, exactly N if there are so many; of equal priority the one
 * read first in the order of file and line. The others go to {@code skipped}.
 *
 * <p>Only ranks of a few dozen bytes come together in one place, never sources: the rank of the Nth
 * DAG is found first, and then every DAG is compared with it where it is.
 */
public final class KeepTopDags extends PTransform<PCollection<PreparedDag>, PCollectionTuple> {

  private final int count;

  private KeepTopDags(int count) {
    this.count = count;
  }

  /** Keeps this many. */
  public static KeepTopDags of(int count) {
    return new KeepTopDags(count);
  }

  @Override
  public PCollectionTuple expand(PCollection<PreparedDag> dags) {
    PCollectionView<List<Rank>> top =
        dags.apply(
                "Rank",
                MapElements.into(TypeDescriptor.of(Rank.class))
                    .via((SerializableFunction<PreparedDag, Rank>) Rank::of))
            .setCoder(RecordCoder.of(Rank.class))
            .apply("Top", Top.of(count, new LowestFirst()))
            .setCoder(ListCoder.of(RecordCoder.of(Rank.class)))
            .apply("Last", ParDo.of(new LastFn()))
            .setCoder(RecordCoder.of(Rank.class))
            .apply("Cutoff", View.asList());
    PCollectionTuple kept =
        dags.apply(
            "Keep",
            ParDo.of(new KeepFn(top, count))
                .withSideInputs(top)
                .withOutputTags(PrepareDags.KEPT, TupleTagList.of(PrepareDags.SKIPPED)));
    kept.get(PrepareDags.KEPT).setCoder(RecordCoder.of(PreparedDag.class));
    kept.get(PrepareDags.SKIPPED).setCoder(OutputLineCoder.of());
    return kept;
  }

  /** What decides who comes first; no two are equal, as no two records have one origin. */
  record Rank(double priority, Origin origin) implements Comparable<Rank> {

    private static final Comparator<Rank> BEST_FIRST =
        Comparator.comparingDouble(Rank::priority).reversed().thenComparing(Rank::origin);

    static Rank of(PreparedDag dag) {
      return new Rank(dag.scored().priority().score(), dag.scored().dag().origin());
    }

    @Override
    public int compareTo(Rank other) {
      return BEST_FIRST.compare(this, other);
    }
  }

  /** The order that {@link Top} wants: what it is to keep is the largest. */
  private static final class LowestFirst implements SerializableComparator<Rank>, Serializable {
    @Override
    public int compare(Rank a, Rank b) {
      return b.compareTo(a);
    }
  }

  private static final class LastFn extends DoFn<List<Rank>, Rank> {
    @ProcessElement
    public void process(@Element List<Rank> top, OutputReceiver<Rank> out) {
      top.stream().max(Comparator.naturalOrder()).ifPresent(out::output);
    }
  }

  private static final class KeepFn extends DoFn<PreparedDag, PreparedDag> {

    private final PCollectionView<List<Rank>> cutoff;
    private final Skip skip;

    KeepFn(PCollectionView<List<Rank>> cutoff, int count) {
      this.cutoff = cutoff;
      this.skip =
          new Skip(SkipReason.NOT_IN_TOP, "not among the " + count + " of highest priority");
    }

    @ProcessElement
    public void process(ProcessContext context, MultiOutputReceiver out) {
      PreparedDag dag = context.element();
      Rank last = context.sideInput(cutoff).get(0);
      if (Rank.of(dag).compareTo(last) <= 0) {
        out.get(PrepareDags.KEPT).output(dag);
      } else {
        out.get(PrepareDags.SKIPPED).output(RecordLines.skipped(dag.scored(), skip));
      }
    }
  }
}
