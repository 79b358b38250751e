package dagscribe;

import dagscribe.dag.ScoredDag;
import dagscribe.dag.SelectionRules;
import dagscribe.generate.DagOutcome;
import dagscribe.generate.InstructionGenerator;
import dagscribe.io.CountWrittenLines;
import dagscribe.io.OutputFormat;
import dagscribe.io.OutputLine;
import dagscribe.io.ReadLines;
import dagscribe.io.RecordCoder;
import dagscribe.io.WriteLines;
import dagscribe.io.WriteReport;
import dagscribe.report.RunInfo;
import dagscribe.report.Totals;
import dagscribe.transforms.DeduplicateDags;
import dagscribe.transforms.FilterDags;
import dagscribe.transforms.GenerateInstructions;
import dagscribe.transforms.HashShards;
import dagscribe.transforms.KeepTopDags;
import dagscribe.transforms.ParseDags;
import dagscribe.transforms.RejoinDuplicates;
import dagscribe.transforms.RollPanes;
import dagscribe.transforms.RouteOutcomes;
import dagscribe.transforms.ScoreDags;
import dagscribe.transforms.TallyLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.jspecify.annotations.Nullable;

/**
 * The graph of the main job, from lines of JSONL to sharded instructions and a report.
 *
 * @param patterns files to read
 * @param watch how often to look for new files; null to read once those that are there
 * @param rules which DAGs are worth paying for
 * @param maxDags how many at the most, by priority; null for all
 * @param hashShards shards of deduplication
 * @param generator makes what asks Claude
 * @param lanes chunks worked on at once over the whole job
 * @param format shape of the instruction lines
 * @param directory where everything is written
 * @param outputShards files per destination, 0 to leave it to the runner
 * @param info what the report says of the run
 */
record Generate(
    List<String> patterns,
    @Nullable Duration watch,
    SelectionRules rules,
    @Nullable Integer maxDags,
    HashShards hashShards,
    InstructionGenerator.Factory generator,
    int lanes,
    OutputFormat format,
    String directory,
    int outputShards,
    RunInfo info) {

  /** Adds all steps to a pipeline. */
  void addTo(Pipeline pipeline) {
    Ends ends = new Ends(watch);

    PCollectionTuple read = pipeline.apply("ReadLines", ReadLines.of(patterns, watch));
    ends.totals(read.get(ReadLines.TOTALS));

    PCollectionTuple parsed = read.get(ReadLines.LINES).apply("ParseDags", ParseDags.create());
    ends.lines(parsed.get(ParseDags.MALFORMED));

    PCollection<ScoredDag> scored =
        parsed.get(ParseDags.DAGS).apply("ScoreDags", ScoreDags.create());

    PCollectionTuple filtered = scored.apply("FilterDags", FilterDags.by(rules));
    ends.lines(filtered.get(FilterDags.SKIPPED));
    if (maxDags != null) {
      filtered = filtered.get(FilterDags.KEPT).apply("KeepTopDags", KeepTopDags.of(maxDags));
      ends.lines(filtered.get(FilterDags.SKIPPED));
    }

    PCollectionTuple deduplicated =
        filtered.get(FilterDags.KEPT).apply("DeduplicateDags", DeduplicateDags.on(hashShards));

    PCollectionTuple generated =
        deduplicated
            .get(DeduplicateDags.DISTINCT)
            .apply("GenerateInstructions", GenerateInstructions.with(generator, lanes));
    ends.totals(generated.get(GenerateInstructions.TOTALS));

    PCollection<DagOutcome> outcomes =
        generated
            .get(GenerateInstructions.OUTCOMES)
            .apply(
                "RejoinDuplicates",
                RejoinDuplicates.with(deduplicated.get(DeduplicateDags.DUPLICATES), hashShards));

    PCollectionTuple routed = outcomes.apply("RouteOutcomes", RouteOutcomes.as(format));
    ends.lines(routed.get(RouteOutcomes.LINES));
    ends.totals(routed.get(RouteOutcomes.TOTALS));

    PCollection<OutputLine> lines = ends.allLines();
    ends.totals(lines.apply("TallyLines", TallyLines.create()));
    PCollection<KV<String, String>> files =
        lines.apply("WriteLines", WriteLines.to(directory, outputShards));
    ends.totals(files.apply("CountWrittenLines", CountWrittenLines.create()));
    ends.allTotals().apply("WriteReport", WriteReport.to(directory, info));
  }

  /** What the steps leave behind: lines to be written, and numbers for the report. */
  private static final class Ends {

    private final List<PCollection<OutputLine>> lines = new ArrayList<>();
    private final List<PCollection<Totals>> totals = new ArrayList<>();
    private final @Nullable Duration watch;

    Ends(@Nullable Duration watch) {
      this.watch = watch;
    }

    void lines(PCollection<OutputLine> part) {
      lines.add(part);
    }

    void totals(PCollection<Totals> part) {
      totals.add(part.apply("RollTotals" + totals.size(), RollPanes.ofAll(watch)));
    }

    PCollection<OutputLine> allLines() {
      return PCollectionList.of(lines)
          .apply("AllLines", Flatten.pCollections())
          .setCoder(RecordCoder.of(OutputLine.class))
          .apply("RollLines", RollPanes.ofNews(watch));
    }

    PCollection<Totals> allTotals() {
      return PCollectionList.of(totals)
          .apply("AllTotals", Flatten.pCollections())
          .setCoder(RecordCoder.of(Totals.class));
    }
  }
}
