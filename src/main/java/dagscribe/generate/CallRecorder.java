package dagscribe.generate;

import dagscribe.cache.BegunCall;
import dagscribe.cache.CallLog;
import dagscribe.cache.OpenCall;
import dagscribe.claude.Answer;
import dagscribe.claude.MessageRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the log which calls are about to be made. Thread-safe.
 *
 * <p>One thread writes all that has gathered while it was writing, in one go, so that many calls
 * cost little more than one; nobody who grants permits waits for the disk.
 */
public final class CallRecorder implements AutoCloseable {

  /** Calls of one go: far more than are in flight, and a bound on one statement. */
  private static final int MOST_AT_ONCE = 1_000;

  private final CallLog log;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final Map<MessageRequest, Announced> announced =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final Map<MessageRequest, Set<String>> refused =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final Set<String> ended = new LinkedHashSet<>();
  private final Entry last = new Entry(null, null, new CompletableFuture<>());
  private final Thread writer;

  /** A request that is about to be sent, and what is done with its answer first of all. */
  private record Announced(BegunCall begun, BiConsumer<String, Answer> keep) {

    String id() {
      return begun.call().id();
    }

    /** The call as it begins now. */
    BegunCall at(long millis) {
      OpenCall call = begun.call();
      return new BegunCall(
          new OpenCall(call.id(), call.model(), millis, call.dags()), begun.keys());
    }
  }

  /** A call that begins, or one that ended without an answer. */
  private record Entry(
      @Nullable BegunCall begun, @Nullable String ended, CompletableFuture<Set<String>> written) {

    /** It is written, unless one of its questions is taken. */
    void complete(Map<String, Set<String>> taken) {
      written.complete(begun == null ? Set.of() : taken.getOrDefault(begun.call().id(), Set.of()));
    }
  }

  /**
   * Starts to write.
   *
   * @param ids makes an id that is unique over all runs
   */
  public CallRecorder(CallLog log, InstantSource clock, Supplier<String> ids) {
    this.log = log;
    this.clock = clock;
    this.ids = ids;
    writer = new Thread(this::writeUntilLast, "call-recorder");
    writer.setDaemon(true);
    writer.start();
  }

  /**
   * Tells which questions a request asks; before it is sent.
   *
   * @param keep makes an answer durable; is given the id of the call and the answer
   */
  void announce(
      MessageRequest request, Collection<PendingDag> asked, BiConsumer<String, Answer> keep) {
    String model = request.settings().model();
    List<String> dags = asked.stream().map(PendingDag::dag).toList();
    OpenCall call = new OpenCall(ids.get(), model, clock.millis(), dags);
    Set<String> keys = asked.stream().map(PendingDag::key).collect(Collectors.toSet());
    announced.put(request, new Announced(new BegunCall(call, keys), keep));
  }

  /**
   * Takes back the announcement.
   *
   * @return keys of the questions that kept the last attempt from being made
   */
  Set<String> settle(MessageRequest request) {
    announced.remove(request);
    @Nullable Set<String> keys = refused.remove(request);
    return keys == null ? Set.of() : keys;
  }

  /** Has an answer made durable, and its call struck out with it. */
  void answered(MessageRequest request, Answer answer) {
    @Nullable Announced sent = announced.get(request);
    if (sent != null) {
      sent.keep().accept(sent.id(), answer);
    }
  }

  /**
   * Records an attempt at an announced request; ends when the log has it.
   *
   * @return whether it is recorded; if not, another run is asking or has asked one of its
   *     questions, and the attempt must not be made
   */
  CompletableFuture<Boolean> begin(MessageRequest request) {
    @Nullable Announced sent = announced.get(request);
    return sent == null
        ? CompletableFuture.completedFuture(true)
        : add(sent.at(clock.millis()), null).thenApply(taken -> isFree(request, taken));
  }

  private boolean isFree(MessageRequest request, Set<String> taken) {
    if (!taken.isEmpty()) {
      refused.put(request, taken);
    }
    return taken.isEmpty();
  }

  /** Strikes out an attempt that brought nothing to keep, sooner or later. */
  void failed(MessageRequest request) {
    @Nullable Announced sent = announced.get(request);
    if (sent != null) {
      var unused = add(null, sent.id());
    }
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
      // Whoever waits is told, and this thread goes on writing for those who follow. A sign of life
      // alone has nobody who waits: what keeps it from being
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
