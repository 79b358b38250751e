package dagscribe.estimate;

import dagscribe.claude.ModelSettings;
import java.io.Serializable;

/**
 * One way to ask that is estimated.
 *
 * @param name the profile, or what the operator made of it
 * @param model model and parameters
 * @param contentChars budget of source sent for each DAG, in characters
 */
public record Candidate(String name, ModelSettings model, int contentChars)
    implements Serializable {}
