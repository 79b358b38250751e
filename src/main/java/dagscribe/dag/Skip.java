package dagscribe.dag;

import java.io.Serializable;

/**
 * A decision not to ask for a DAG.
 *
 * @param reason the rule that decided
 * @param detail what it saw, in one line
 */
public record Skip(SkipReason reason, String detail) implements Serializable {}
