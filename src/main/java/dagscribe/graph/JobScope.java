package dagscribe.graph;

import dagscribe.source.TextStore;
import org.jspecify.annotations.Nullable;

/**
 * Where the workers of a job are.
 *
 * @param texts where the texts of records wait
 * @param process name of the job in this process, if that has all its workers; else null
 */
public record JobScope(TextStore texts, @Nullable String process) {

  /** Workers that are anywhere, with all texts in memory. */
  public static final JobScope ANYWHERE = new JobScope(TextStore.IN_MEMORY, null);
}
