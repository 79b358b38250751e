package dagscribe.claude;

import dagscribe.claude.ModelSettings.Thinking;

/**
 * Output tokens that calls are expected to cost.
 *
 * <p>Both numbers are assumptions. An instruction and its frame count as a run counts them before
 * it has learned. Thinking was never measured on this task: public logs of Claude Haiku 5.5
 * (October 2026) show 2,400 to 8,200 output tokens for a short judgement with thinking, and tens
 * without. The simulated server draws it from a log-normal distribution with median 1,500 and sigma
 * 0.8 for each call; its mean, which is what adds up over many calls, is used here. A model that is
 * shown five DAGs may think about each: then it is so much for each DAG.
 */
public final class ExpectedOutput {

  /** For each DAG. */
  public static final int INSTRUCTION = 200;

  /** For each call of a model that thinks: 1,500 times e to the power of 0.8 squared and halved. */
  public static final int THINKING = 2_066;

  private ExpectedOutput() {}

  /**
   * Tokens of thinking in so many calls. A model that nothing is told about thinking counts as one
   * that does not think.
   */
  public static long thinking(ModelSettings model, long calls) {
    return model.thinking() == Thinking.ADAPTIVE ? calls * THINKING : 0;
  }
}
