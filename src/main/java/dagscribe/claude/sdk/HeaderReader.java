package dagscribe.claude.sdk;

import com.anthropic.core.http.Headers;
import dagscribe.text.PlainText;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the headers of one server's answers, and says once if some make no sense. Thread-safe. */
final class HeaderReader {

  private static final Logger LOG = LoggerFactory.getLogger(HeaderReader.class);
  private static final int SHOWN_CHARS = 60;

  private final InstantSource clock;
  private final AtomicBoolean hasWarned = new AtomicBoolean();

  HeaderReader(InstantSource clock) {
    this.clock = clock;
  }

  ResponseHeaders of(Headers headers) {
    return new ResponseHeaders(headers, clock, this::warn);
  }

  private void warn(String name, String value) {
    if (hasWarned.compareAndSet(false, true)) {
      LOG.warn(
          "the server sends the header {}: {}, which makes no sense; it is left out of account, and"
              + " so are others like it",
          name,
          PlainText.cut(PlainText.oneLine(value), SHOWN_CHARS));
    }
  }
}
