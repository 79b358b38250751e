package dagscribe.sizing;

/**
 * What every prompt has beside its DAGs.
 *
 * @param systemChars characters of the system text
 * @param schemaChars characters of the schema
 * @param maxInputTokens most tokens of a whole prompt
 */
public record PromptFrame(int systemChars, int schemaChars, long maxInputTokens) {}
