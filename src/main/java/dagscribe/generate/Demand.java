package dagscribe.generate;

/**
 * DAGs to be asked about, in tokens.
 *
 * @param dags how many, 1 or more
 * @param inputPerDag input of one of them
 * @param sharedInput input that every call has in common: system text and schema
 * @param outputPerDag output expected for one of them
 * @param sharedOutput output that every call has, however many DAGs it asks about: thinking
 * @param secondsPerOutputToken of the model
 */
public record Demand(
    long dags,
    double inputPerDag,
    double sharedInput,
    double outputPerDag,
    double sharedOutput,
    double secondsPerOutputToken) {}
