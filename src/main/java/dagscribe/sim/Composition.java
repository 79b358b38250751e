package dagscribe.sim;

import org.jspecify.annotations.Nullable;

/**
 * What the model brings forth for one call.
 *
 * @param text the visible text; null if there is no text block
 * @param thinkingTokens tokens spent on thinking, 0 if there is no thinking block
 * @param textTokens tokens of the visible text
 * @param refusalCategory the category of a refusal; null if it is none
 */
record Composition(
    @Nullable String text,
    long thinkingTokens,
    long textTokens,
    StopCause stop,
    @Nullable String refusalCategory) {

  long outputTokens() {
    return thinkingTokens + textTokens;
  }
}
