package dagscribe.delivery;

import dagscribe.cache.BegunCall;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Writes into the log which calls begin and which ended without an answer. Thread-safe. */
interface JournalWriter extends AutoCloseable {

  /**
   * Records a call; ends when the log has it.
   *
   * @return keys of its questions that are taken, so that it is not recorded; none if it is
   */
  CompletableFuture<Set<String>> begin(BegunCall call);

  /** Strikes out a call that ended without an answer, sooner or later. */
  void end(String call);

  /** Writes what is left to write, and ends. */
  @Override
  void close();
}
