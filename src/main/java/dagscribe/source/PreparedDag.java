package dagscribe.source;

import dagscribe.source.airflow.SourceText;
import java.util.List;

/**
 * A DAG with everything that is needed to ask for it, so that its source is parsed no more.
 *
 * @param scored the DAG, with its facts and priority
 * @param sent its source as each pass sends it, in the order of the passes
 */
public record PreparedDag(ScoredDag scored, List<SentText> sent) {

  public PreparedDag {
    sent = List.copyOf(sent);
  }

  /** Key of the answer of a pass in the cache. */
  public String key(int pass) {
    return sent.get(pass).key();
  }

  /** The text that a pass sends; a large one may be read from a file for it. */
  public String text(int pass) {
    Text shortened = sent.get(pass).shortened();
    return shortened == null ? SourceText.normalise(scored.dag().content()) : shortened.read();
  }
}
