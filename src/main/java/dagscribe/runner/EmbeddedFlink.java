package dagscribe.runner;

import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Flink in this process, for the pipelines that this thread runs while it is open. It listens
 * nowhere, and whatever it writes is in one directory. A pipeline reaches it as {@code [auto]}. Not
 * thread-safe: opened, used and closed by one thread.
 */
/*
 * Flink's own local environment serves its REST API and its BLOB server on every address without
 * log-in, and whoever can send a job to the REST API runs code of his own. It is replaced where
 * Flink lets programs such as flink run replace it: by a context environment. Loopback with mutual
 * TLS would do as well, but needs a certificate for every run, and something would still listen.
 */
public final class EmbeddedFlink implements AutoCloseable {

  private final EmbeddedExecutors executors = new EmbeddedExecutors();

  private EmbeddedFlink() {}

  /**
   * Takes the place of Flink's local environment.
   *
   * @param directory of this user alone, for all that Flink keeps outside of memory; must exist
   *     until this is closed
   * @param configuration directory of Flink's {@code config.yaml}, which tunes what is not fixed
   *     here; null for the one that {@code FLINK_CONF_DIR} names, if any
   */
  public static EmbeddedFlink open(Path directory, @Nullable String configuration) {
    EmbeddedFlink flink = new EmbeddedFlink();
    Configuration settings = EmbeddedSettings.of(directory, configuration);
    BatchContext.enter(flink.executors, settings);
    StreamContext.enter(flink.executors, settings);
    return flink;
  }

  /** Gives the place back, and waits until Flink has ended and its files are gone. */
  @Override
  public void close() {
    BatchContext.leave();
    StreamContext.leave();
    executors.close();
  }
}
