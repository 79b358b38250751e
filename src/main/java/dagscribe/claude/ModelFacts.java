package dagscribe.claude;

import dagscribe.claude.ModelSettings.Effort;
import dagscribe.claude.ModelSettings.Thinking;
import java.util.Set;

/**
 * What one of Anthropic's models accepts.
 *
 * @param contextTokens most tokens of prompt and answer together
 * @param maxOutputTokens most tokens of an answer, thinking included
 * @param minCacheTokens shorter prompts are not kept in the prompt cache, whatever they ask for
 * @param thinking the ways of thinking it accepts
 * @param efforts the efforts it accepts; empty if it knows none
 * @param disabledEfforts the efforts it accepts with thinking disabled
 */
public record ModelFacts(
    int contextTokens,
    int maxOutputTokens,
    int minCacheTokens,
    Set<Thinking> thinking,
    Set<Effort> efforts,
    Set<Effort> disabledEfforts) {}
