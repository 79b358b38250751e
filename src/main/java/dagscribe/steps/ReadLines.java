package dagscribe.steps;

import dagscribe.records.RecordCoder;
import dagscribe.records.SourceLine;
import dagscribe.source.TextStore;
import dagscribe.totals.RunTotals;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reads the non-blank lines of all files of the input, each with its file and line number.
 *
 * <p>Every line once; no order. Bounded, unless it goes on looking for new files. Compressed files
 * are read by one reader each, others in parallel by blocks. A file that cannot be read to its end
 * fails the run: at once if the input has no end, and otherwise when all files have been tried, so
 * that every one that is damaged is named.
 */
public final class ReadLines extends PTransform<PBegin, PCollectionTuple> {

  /** The lines. */
  public static final TupleTag<SourceLine> LINES = new TupleTag<>("lines") {};

  /**
   * Non-blank lines read, and files and blocks of them to be read and read: the left side of the
   * ledger, in parts.
   */
  public static final TupleTag<RunTotals> TOTALS = new TupleTag<>("totals") {};

  private final Input input;
  private final TextStore texts;

  private ReadLines(Input input, TextStore texts) {
    this.input = input;
    this.texts = texts;
  }

  /** Reads an input. */
  public static ReadLines of(Input input) {
    return new ReadLines(input, TextStore.IN_MEMORY);
  }

  /** The same with the lines where this store puts them. */
  public ReadLines into(TextStore store) {
    return new ReadLines(input, store);
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollectionTuple matched = begin.apply("Match", MatchFiles.of(input));
    PCollectionTuple split =
        matched
            .get(MatchFiles.FILES)
            .apply("Split", ParDo.of(new SplitFn(input)).withOutputTags(SplitFn.BLOCKS, sides()));
    PCollectionTuple read =
        split
            .get(SplitFn.BLOCKS)
            .setCoder(RecordCoder.of(FileBlock.class))
            .apply("Spread", Reshuffle.viaRandomKey())
            .apply("Read", ParDo.of(new ReadFn(input, texts)).withOutputTags(LINES, sides()));
    if (!input.isEndless()) {
      PCollectionList.of(split.get(Damage.TAG))
          .and(read.get(Damage.TAG))
          .apply("AllDamage", Flatten.pCollections())
          .apply("RefuseDamage", new RefuseDamage());
    }
    return PCollectionTuple.of(LINES, read.get(LINES).setCoder(RecordCoder.of(SourceLine.class)))
        .and(TOTALS, totals(matched, split, read));
  }

  private static TupleTagList sides() {
    return TupleTagList.of(TOTALS).and(Damage.TAG);
  }

  private static PCollection<RunTotals> totals(PCollectionTuple... steps) {
    PCollectionList<RunTotals> parts = PCollectionList.empty(steps[0].getPipeline());
    for (PCollectionTuple step : steps) {
      parts = parts.and(step.get(TOTALS).setCoder(RecordCoder.of(RunTotals.class)));
    }
    return parts.apply("AllTotals", Flatten.pCollections());
  }
}
