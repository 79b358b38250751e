package dagscribe.graph;

import dagscribe.estimate.Plan;
import dagscribe.estimate.SurveySettings;
import dagscribe.steps.CountDags;
import dagscribe.steps.SurveyDags;
import dagscribe.steps.TallyLines;
import dagscribe.steps.WriteEstimate;
import org.apache.beam.sdk.Pipeline;

/**
 * The graph of the estimate: the front of {@link Generate}, and then a survey instead of calls.
 *
 * @param select from the lines to the DAGs worth asking for
 * @param survey measures them
 * @param directory where the estimate is written
 * @param plan what is estimated
 */
public record Estimate(Select select, SurveySettings survey, String directory, Plan plan) {

  /**
   * Adds all steps to a pipeline.
   *
   * @param scope where the workers are
   */
  public void addTo(Pipeline pipeline, JobScope scope) {
    GraphOutputs ends = new GraphOutputs(null);

    Select.Selected dags = select.addTo(pipeline, scope, ends);
    ends.totals(dags.duplicates().apply("CountDuplicates", CountDags.duplicates()));
    ends.totals(dags.distinct().apply("SurveyDags", SurveyDags.with(survey)));

    ends.totals(ends.allLines().apply("TallyLines", TallyLines.create()));
    ends.allTotals().apply("WriteEstimate", WriteEstimate.to(directory, plan));
  }
}
