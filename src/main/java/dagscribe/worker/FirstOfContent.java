package dagscribe.worker;

import dagscribe.source.Origin;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which record of each content came first in this process, over all its threads; about 250 bytes a
 * content. Thread-safe.
 */
public final class FirstOfContent implements AutoCloseable {

  private final Map<String, Origin> firsts = new ConcurrentHashMap<>();

  /** Whether a record is the first of its content; the answer is the same if a step repeats it. */
  public boolean isFirst(String contentSha256, Origin origin) {
    Origin earlier = firsts.putIfAbsent(contentSha256, origin);
    return earlier == null || earlier.equals(origin);
  }

  @Override
  public void close() {
    firsts.clear();
  }
}
