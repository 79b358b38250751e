package dagscribe.generate;

import dagscribe.cache.CacheException;
import dagscribe.cache.CallLog;
import dagscribe.cache.OpenCall;
import dagscribe.claude.Answer;
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
import java.util.function.BiConsumer;
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
  private final Map<MessageRequest, Announced> announced =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final Set<String> ended = new LinkedHashSet<>();
  private final Entry last = new Entry(null, null, new CompletableFuture<>());
  private final Thread writer;

  /** A request that is about to be sent, and what is done with its answer first of all. */
  private record Announced(OpenCall call, BiConsumer<String, Answer> keep) {}

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

  /**
   * Tells which DAGs a request asks for; before it is sent.
   *
   * @param keep makes an answer durable; is given the id of the call and the answer
   */
  void announce(MessageRequest request, List<String> dags, BiConsumer<String, Answer> keep) {
    String model = request.settings().model();
    OpenCall call = new OpenCall(ids.get(), model, clock.millis(), dags);
    announced.put(request, new Announced(call, keep));
  }

  /** Takes back the announcement. */
  void settle(MessageRequest request) {
    announced.remove(request);
  }

  /** Has an answer made durable, and its call struck out with it. */
  void answered(MessageRequest request, Answer answer) {
    @Nullable Announced sent = announced.get(request);
    if (sent != null) {
      sent.keep().accept(sent.call().id(), answer);
    }
  }

  /** Records an attempt at an announced request; ends when the log has it. */
  CompletableFuture<Void> begin(MessageRequest request) {
    @Nullable Announced sent = announced.get(request);
    if (sent == null) {
      return CompletableFuture.completedFuture(null);
    }
    OpenCall call = sent.call();
    return add(new OpenCall(call.id(), call.model(), clock.millis(), call.dags()), null);
  }

  /** Strikes out an attempt that failed, sooner or later. */
  void failed(MessageRequest request) {
    @Nullable Announced sent = announced.get(request);
    if (sent != null) {
      var unused = add(null, sent.call().id());
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
