package dagscribe.generate;

import dagscribe.cache.CacheException;
import dagscribe.cache.CallLog;
import dagscribe.cache.OpenCall;
import dagscribe.claude.MessageRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the log which calls are about to be made. Thread-safe.
 *
 * <p>One thread writes all that has gathered while it was writing, in one go, so that many calls
 * cost little more than one; nobody who grants permits waits for the disk.
 */
final class CallRecorder implements AutoCloseable {

  /** Calls of one go: far more than are in flight, and a bound on one statement. */
  private static final int MOST_AT_ONCE = 1_000;

  private final CallLog log;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final Map<MessageRequest, OpenCall> announced =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final Set<String> ended = new LinkedHashSet<>();
  private final Entry last = new Entry(null, null, new CompletableFuture<>());
  private final Thread writer;

  /** A call that begins, or one that ended without an answer. */
  private record Entry(
      @Nullable OpenCall begun, @Nullable String ended, CompletableFuture<Void> written) {}

  /**
   * Starts to write.
   *
   * @param ids makes an id that is unique over all runs
   */
  CallRecorder(CallLog log, InstantSource clock, Supplier<String> ids) {
    this.log = log;
    this.clock = clock;
    this.ids = ids;
    writer = new Thread(this::writeUntilLast, "call-recorder");
    writer.setDaemon(true);
    writer.start();
  }

  /** Tells which DAGs a request asks for; before it is sent. */
  void announce(MessageRequest request, List<String> dags) {
    String model = request.settings().model();
    announced.put(request, new OpenCall(ids.get(), model, clock.millis(), dags));
  }

  /** Takes back the announcement; gives the id of the call. */
  String settle(MessageRequest request) {
    @Nullable OpenCall call = announced.remove(request);
    return call == null ? "" : call.id();
  }

  /** Records an attempt at an announced request; ends when the log has it. */
  CompletableFuture<Void> begin(MessageRequest request) {
    @Nullable OpenCall call = announced.get(request);
    return call == null
        ? CompletableFuture.completedFuture(null)
        : add(new OpenCall(call.id(), call.model(), clock.millis(), call.dags()), null);
  }

  /** Strikes out an attempt that failed, sooner or later. */
  void failed(MessageRequest request) {
    @Nullable OpenCall call = announced.get(request);
    if (call != null) {
      var unused = add(null, call.id());
    }
  }

  private CompletableFuture<Void> add(@Nullable OpenCall begun, @Nullable String ended) {
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
    List<OpenCall> begun = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.begun() != null) {
        begun.add(entry.begun());
        ended.remove(entry.begun().id());
      }
      if (entry.ended() != null) {
        ended.add(entry.ended());
      }
    }
    try {
      log.record(begun, ended);
      ended.clear();
      entries.forEach(entry -> entry.written().complete(null));
    } catch (CacheException e) {
      // Whoever waits is told. A sign of life alone has nobody who waits: what keeps it from being
      // written keeps the next call from being recorded, and is told then.
      entries.forEach(entry -> entry.written().completeExceptionally(e));
    }
  }

  /** Writes what is left to write, and ends. */
  @Override
  public void close() {
    queue.add(last);
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
