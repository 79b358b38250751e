package dagscribe.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dagscribe.claude.ExpectedOutput;
import dagscribe.claude.TokenEstimator;
import dagscribe.prompt.Packer;
import dagscribe.prompt.PromptTemplate;
import dagscribe.sizing.PromptFrame;
import dagscribe.sizing.Workload;
import dagscribe.totals.RunTotals;
import dagscribe.totals.SurveyTotals;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run would come to, as {@code estimate.json} holds it.
 *
 * @param dagscribe the version that estimated
 * @param promptVersion version of the prompt
 * @param selection what becomes of the lines before anything is asked
 * @param forecasts one for each way to ask; the first is what the options say
 * @param assumptions what the forecasts rest on, in sentences
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EstimateReport(
    String dagscribe,
    String promptVersion,
    Selection selection,
    List<Forecast> forecasts,
    List<String> assumptions) {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Makes the estimate of what a survey has measured. */
  public static EstimateReport of(Plan plan, RunTotals totals) {
    PromptTemplate template = PromptTemplate.instruction();
    double charsPerToken = new TokenEstimator(ExpectedOutput.INSTRUCTION).charsPerToken();
    PromptFrame frame =
        new PromptFrame(
            template.system().length(),
            template.schema().length(),
            Packer.DEFAULT_MAX_INPUT_TOKENS);
    List<Forecast> forecasts = new ArrayList<>();
    for (Plan.Option option : plan.options()) {
      Candidate candidate = option.candidate();
      SurveyTotals survey = totals.surveys().getOrDefault(candidate.name(), SurveyTotals.NONE);
      Workload work =
          new Workload(
              candidate.model(),
              survey.asked(),
              survey.chars(),
              frame,
              charsPerToken,
              ExpectedOutput.INSTRUCTION);
      forecasts.add(Forecast.of(option, plan.dagsPerCall(), survey, work));
    }
    return new EstimateReport(
        plan.dagscribe(),
        template.version(),
        Selection.of(totals),
        List.copyOf(forecasts),
        Assumptions.of(plan, charsPerToken, forecasts));
  }

  /** The estimate as indented JSON. */
  public String toJson() {
    try {
      return MAPPER.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an estimate is always JSON", e);
    }
  }

  /** Reads an estimate that {@link #toJson} wrote. */
  public static EstimateReport parse(String json) throws JsonProcessingException {
    return MAPPER.readValue(json, EstimateReport.class);
  }
}
