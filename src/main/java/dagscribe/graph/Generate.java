package dagscribe.graph;

import dagscribe.generate.DagOutcome;
import dagscribe.records.OutputFormat;
import dagscribe.records.OutputLine;
import dagscribe.report.RunInfo;
import dagscribe.steps.CheckWorkers;
import dagscribe.steps.CountDags;
import dagscribe.steps.CountWrittenLines;
import dagscribe.steps.GenerateInstructions;
import dagscribe.steps.MarkOutput;
import dagscribe.steps.OutputMark;
import dagscribe.steps.RejoinDuplicates;
import dagscribe.steps.RouteOutcomes;
import dagscribe.steps.TallyLines;
import dagscribe.steps.WorkerRequirements;
import dagscribe.steps.WriteLines;
import dagscribe.steps.WriteReport;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.jspecify.annotations.Nullable;

/**
 * The graph of the main job, from lines of JSONL to sharded instructions and a report.
 *
 * @param needs what every worker must have; null if they have been looked for
 * @param mark what tells a later run that this one has not ended; null if this process sees to it
 * @param select from the lines to the DAGs worth asking for
 * @param countsFirst whether to say when all DAGs to ask for have come: of an input that ends, on a
 *     runner that asks before that
 * @param ask from the DAGs to what Claude wrote
 * @param format shape of the instruction lines
 * @param directory where everything is written
 * @param outputShards files per destination, 0 to leave it to the runner
 * @param info what the report says of the run
 */
public record Generate(
    @Nullable WorkerRequirements needs,
    @Nullable OutputMark mark,
    Select select,
    boolean countsFirst,
    GenerateInstructions ask,
    OutputFormat format,
    String directory,
    int outputShards,
    RunInfo info) {

  /**
   * Adds all steps to a pipeline.
   *
   * @param scope where the workers are
   */
  public void addTo(Pipeline pipeline, JobScope scope) {
    GraphOutputs ends = new GraphOutputs(select.watch());

    if (needs != null) {
      pipeline.apply("CheckWorkers", CheckWorkers.haveAll(needs));
    }
    if (mark != null) {
      pipeline.apply("MarkOutput", MarkOutput.with(mark));
    }
    Select.Selected dags = select.addTo(pipeline, scope, ends);
    if (countsFirst) {
      ends.totals(dags.distinct().apply("CountDistinct", CountDags.allSeen()));
    }

    PCollectionTuple generated =
        dags.distinct()
            .apply("GenerateInstructions", scope.process() == null ? ask : ask.inBundles());
    ends.totals(generated.get(GenerateInstructions.TOTALS));

    PCollection<DagOutcome> outcomes =
        generated
            .get(GenerateInstructions.OUTCOMES)
            .apply(
                "RejoinDuplicates", RejoinDuplicates.with(dags.duplicates(), select.hashShards()));

    PCollectionTuple routed =
        outcomes.apply("RouteOutcomes", RouteOutcomes.as(format).into(scope.texts()));
    ends.lines(routed.get(RouteOutcomes.LINES));
    ends.totals(routed.get(RouteOutcomes.TOTALS));

    PCollection<OutputLine> lines = ends.allLines();
    ends.totals(lines.apply("TallyLines", TallyLines.create()));
    PCollection<KV<String, String>> files =
        lines.apply("WriteLines", WriteLines.to(directory, outputShards));
    ends.totals(files.apply("CountWrittenLines", CountWrittenLines.create()));
    ends.allTotals().apply("WriteReport", WriteReport.to(directory, info, mark));
  }
}
