package dagscribe.source;

import dagscribe.source.airflow.DagFacts;
import dagscribe.source.airflow.Priority;

/**
 * A DAG with everything that its source says of it.
 *
 * @param dag the record
 * @param facts given by the record's metadata, or else read from the source
 * @param priority how much it is worth to ask for
 * @param contentSha256 {@link ContentHash} of the source; equal hashes are one DAG
 */
public record ScoredDag(Dag dag, DagFacts facts, Priority priority, String contentSha256) {}
