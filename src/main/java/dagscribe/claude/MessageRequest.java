package dagscribe.claude;

/**
 * One request to the Messages API.
 *
 * @param settings model and parameters
 * @param system the system text
 * @param cacheSystem whether the system text carries a cache breakpoint
 * @param user the user's message
 * @param schema JSON schema of the answer as text; empty asks for none
 * @param estimate tokens the call is expected to use, reserved before it is made
 */
public record MessageRequest(
    ModelSettings settings,
    String system,
    boolean cacheSystem,
    String user,
    String schema,
    TokenEstimate estimate) {}
