package dagscribe.estimate;

import dagscribe.claude.ModelSettings;
import dagscribe.prompt.Packer;

/**
 * The calls that some work makes.
 *
 * <p>As few as the two limits of a prompt allow, DAGs and estimated input tokens. A run may make a
 * few more: it packs chunk by chunk, and asks again alone what an answer lacks.
 *
 * @param templateChars characters that every call sends beside its DAGs
 * @param dagsPerCall most DAGs in a prompt, 1 or more
 * @param charsPerToken characters of input that make a token
 */
record Packing(int templateChars, int dagsPerCall, double charsPerToken) {

  /** Calls and tokens of this work, done by this model. */
  Load load(Work work, ModelSettings model) {
    long calls = calls(work);
    double chars = (double) calls * templateChars + work.chars();
    return new Load(
        calls,
        (long) Math.ceil(chars / charsPerToken),
        OutputTokens.of(model, calls, work.asked()));
  }

  private long calls(Work work) {
    double roomChars = Packer.DEFAULT_MAX_INPUT_TOKENS * charsPerToken - templateChars;
    long byDags = (work.asked() + dagsPerCall - 1) / dagsPerCall;
    long bySize = (long) Math.ceil(work.chars() / roomChars);
    return Math.min(work.asked(), Math.max(byDags, bySize));
  }
}
