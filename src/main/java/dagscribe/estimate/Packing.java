package dagscribe.estimate;

import dagscribe.claude.ExpectedOutput;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.Models;
import dagscribe.prompt.Packer;
import dagscribe.sizing.Account;
import dagscribe.sizing.Demand;
import dagscribe.sizing.Limits;
import dagscribe.sizing.Load;
import dagscribe.sizing.PackSizer;
import dagscribe.totals.SurveyTotals;

/**
 * The calls that some work makes.
 *
 * <p>As few as the two limits of a prompt allow, DAGs and estimated input tokens. A run may make a
 * few more: it packs chunk by chunk, and asks again alone what an answer lacks.
 *
 * @param systemChars characters of the system text
 * @param schemaChars characters of the schema, which every call sends beside its DAGs
 * @param dagsPerCall most DAGs in a prompt; 0 leaves the number to the work and the account
 * @param charsPerToken characters of input that make a token
 */
record Packing(int systemChars, int schemaChars, int dagsPerCall, double charsPerToken) {

  /** Calls and tokens of this work, done by this model under these limits. */
  Load load(SurveyTotals work, ModelSettings model, Limits limits) {
    boolean isCached = Models.keepsInPromptCache(model.model(), systemChars);
    int size = dagsPerCall > 0 ? dagsPerCall : best(work, model, limits);
    long calls = calls(work, size);
    double system = (double) calls * systemChars / charsPerToken;
    double rest = ((double) calls * schemaChars + work.chars()) / charsPerToken;
    return new Load(
        calls,
        size,
        (long) Math.ceil(isCached ? rest : rest + system),
        isCached ? (long) Math.ceil(system) : 0,
        ExpectedOutput.of(model, calls, work.asked()));
  }

  private int best(SurveyTotals work, ModelSettings model, Limits limits) {
    if (work.asked() == 0) {
      return 1;
    }
    Demand demand =
        Demand.of(
            model,
            work.asked(),
            work.chars(),
            systemChars,
            schemaChars,
            charsPerToken,
            ExpectedOutput.INSTRUCTION);
    return PackSizer.best(demand, account(limits)).dags();
  }

  private static Account account(Limits limits) {
    return new Account(
        (double) limits.requestsPerMinute(),
        (double) limits.inputTokensPerMinute(),
        (double) limits.outputTokensPerMinute(),
        limits.callsInFlight(),
        false);
  }

  private long calls(SurveyTotals work, int size) {
    double roomChars = Packer.DEFAULT_MAX_INPUT_TOKENS * charsPerToken - systemChars - schemaChars;
    long byDags = (work.asked() + size - 1) / size;
    long bySize = (long) Math.ceil(work.chars() / roomChars);
    return Math.min(work.asked(), Math.max(byDags, bySize));
  }
}
