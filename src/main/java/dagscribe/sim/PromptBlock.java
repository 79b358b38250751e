package dagscribe.sim;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a prompt, in the order the model reads it.
 *
 * @param cachedFor how long the prompt up to the end of this block is kept; null without a
 *     cache_control
 */
record PromptBlock(String text, @Nullable Duration cachedFor) {}
