package dagscribe.delivery;

import dagscribe.cache.BegunCall;
import dagscribe.cache.CallLog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One thread writes all that has gathered while it was writing, in one go, so that many calls cost
 * little more than one; nobody who grants permits waits for the disk. Thread-safe.
 */
final class BatchingWriter implements JournalWriter {

  /** Calls of one go: far more than are in flight, and a bound on one statement. */
  private static final int MOST_AT_ONCE = 1_000;

  private final CallLog log;
  private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final Set<String> ended = new LinkedHashSet<>();
  private final Entry last = new Entry(null, null, new CompletableFuture<>());
  private final Thread thread;

  /** A call that begins, or one that ended without an answer. */
  private record Entry(
      @Nullable BegunCall begun, @Nullable String ended, CompletableFuture<Set<String>> written) {

    /** It is written, unless one of its questions is taken. */
    void complete(Map<String, Set<String>> taken) {
      written.complete(begun == null ? Set.of() : taken.getOrDefault(begun.call().id(), Set.of()));
    }
  }

  /** Starts to write. */
  BatchingWriter(CallLog log) {
    this.log = log;
    thread = new Thread(this::writeUntilLast, "call-journal");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public CompletableFuture<Set<String>> begin(BegunCall call) {
    return add(call, null);
  }

  @Override
  public void end(String call) {
    var unused = add(null, call);
  }

  private CompletableFuture<Set<String>> add(@Nullable BegunCall begun, @Nullable String ended) {
    Entry entry = new Entry(begun, ended, new CompletableFuture<>());
    queue.add(entry);
    return entry.written();
  }

  private void writeUntilLast() {
    List<Entry> entries = new ArrayList<>();
    while (!entries.contains(last)) {
      entries.clear();
      try {
        Entry first = queue.poll(CallLog.BEAT.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          entries.add(first);
          queue.drainTo(entries, MOST_AT_ONCE);
        }
      } catch (InterruptedException e) {
        entries.add(last);
      }
      write(entries);
    }
  }

  private void write(List<Entry> entries) {
    List<BegunCall> begun = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.begun() != null) {
        begun.add(entry.begun());
      }
      if (entry.ended() != null) {
        ended.add(entry.ended());
      }
    }
    try {
      Map<String, Set<String>> taken = log.record(begun, ended);
      ended.clear();
      entries.forEach(entry -> entry.complete(taken));
    } catch (RuntimeException | Error e) {
      // Whoever waits gets the fault, and this thread goes on writing for those who follow. A sign
      // of life alone has nobody who waits: what keeps it from being written keeps the next call
      // from being recorded, and fails that.
      entries.forEach(entry -> entry.written().completeExceptionally(e));
    }
  }

  /** Writes what is left to write, and ends. */
  @Override
  public void close() {
    queue.add(last);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
