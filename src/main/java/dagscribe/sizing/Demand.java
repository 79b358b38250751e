package dagscribe.sizing;

import dagscribe.claude.AnswerTime;
import dagscribe.claude.ExpectedOutput;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.Models;

/**
 * DAGs to be asked about, in tokens.
 *
 * @param dags how many, 1 or more
 * @param inputPerDag input of one of them
 * @param sharedInput input that every call has in common: system text and schema
 * @param outputPerDag output expected for one of them
 * @param sharedOutput output that every call has, however many DAGs it asks about: thinking
 * @param secondsPerOutputToken of the model
 */
public record Demand(
    long dags,
    double inputPerDag,
    double sharedInput,
    double outputPerDag,
    double sharedOutput,
    double secondsPerOutputToken) {

  /** What reading from the prompt cache costs at most, as a share of the price of input. */
  private static final double CACHE_READ_PRICE = 0.1;

  /**
   * The demand of so many DAGs. A system text that the model keeps in its prompt cache counts as
   * what it is paid for.
   *
   * @param chars characters of all DAGs together, as they are sent
   * @param systemChars characters of the system text
   * @param schemaChars characters of the schema
   * @param charsPerToken characters of input that make one token
   * @param outputPerDag tokens of output expected for a DAG
   */
  public static Demand of(
      ModelSettings model,
      long dags,
      long chars,
      int systemChars,
      int schemaChars,
      double charsPerToken,
      double outputPerDag) {
    double price = Models.keepsInPromptCache(model.model(), systemChars) ? CACHE_READ_PRICE : 1;
    return new Demand(
        dags,
        chars / charsPerToken / dags,
        (price * systemChars + schemaChars) / charsPerToken,
        outputPerDag,
        ExpectedOutput.of(model, 1, 0),
        AnswerTime.secondsPerToken(model.model()));
  }
}
