package dagscribe.graph;

import dagscribe.generate.SourceForm;
import dagscribe.source.PreparedDag;
import dagscribe.source.ScoredDag;
import dagscribe.source.SelectionRules;
import dagscribe.source.TextStore;
import dagscribe.steps.DeduplicateDags;
import dagscribe.steps.HashShards;
import dagscribe.steps.Input;
import dagscribe.steps.KeepTopDags;
import dagscribe.steps.ParseDags;
import dagscribe.steps.PrepareDags;
import dagscribe.steps.ReadLines;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.jspecify.annotations.Nullable;

/**
 * The front of the graph, from lines of JSONL to the distinct DAGs worth asking for: the same for
 * every command that reads DAGs.
 *
 * @param input the files to read
 * @param rules which DAGs are worth paying for
 * @param forms how each pass sends sources
 * @param maxDags how many at the most, by priority; null for all
 * @param hashShards shards of deduplication
 */
public record Select(
    Input input,
    SelectionRules rules,
    List<SourceForm> forms,
    @Nullable Integer maxDags,
    HashShards hashShards) {

  /** How often to look for new files; null if the input ends. */
  @Nullable Duration watch() {
    return input.watch();
  }

  /** The same for the files that are there, and no more. */
  public Select once() {
    return new Select(input.once(), rules, forms, maxDags, hashShards);
  }

  /**
   * Adds the steps to a pipeline; what they leave behind goes to {@code ends}.
   *
   * @param scope where the workers are
   */
  Selected addTo(Pipeline pipeline, JobScope scope, GraphOutputs ends) {
    TextStore texts = scope.texts();
    PCollectionTuple read = pipeline.apply("ReadLines", ReadLines.of(input).into(texts));
    ends.totals(read.get(ReadLines.TOTALS));

    PCollectionTuple parsed =
        read.get(ReadLines.LINES)
            .apply("ParseDags", ParseDags.of(input.contentField()).into(texts));
    ends.lines(parsed.get(ParseDags.MALFORMED));

    PCollectionTuple worthwhile =
        parsed.get(ParseDags.DAGS).apply("PrepareDags", PrepareDags.of(rules, forms).into(texts));
    ends.lines(worthwhile.get(PrepareDags.SKIPPED));
    if (maxDags != null) {
      worthwhile = worthwhile.get(PrepareDags.KEPT).apply("KeepTopDags", KeepTopDags.of(maxDags));
      ends.lines(worthwhile.get(PrepareDags.SKIPPED));
    }

    PCollectionTuple deduplicated =
        worthwhile.get(PrepareDags.KEPT).apply("DeduplicateDags", deduplicate(scope));
    return new Selected(
        deduplicated.get(DeduplicateDags.DISTINCT), deduplicated.get(DeduplicateDags.DUPLICATES));
  }

  private DeduplicateDags deduplicate(JobScope scope) {
    return scope.process() == null
        ? DeduplicateDags.on(hashShards)
        : DeduplicateDags.in(scope.process());
  }

  /**
   * The DAGs worth asking for.
   *
   * @param distinct one DAG of each content
   * @param duplicates all others
   */
  record Selected(PCollection<PreparedDag> distinct, PCollection<ScoredDag> duplicates) {}
}
