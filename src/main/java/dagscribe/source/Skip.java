package dagscribe.source;

import java.io.Serializable;

/**
 * That a DAG is left out, and why.
 *
 * @param detail the facts that decided, in one line for people
 */
public record Skip(SkipReason reason, String detail) implements Serializable {}
