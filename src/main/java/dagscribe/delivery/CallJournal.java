package dagscribe.delivery;

import dagscribe.cache.BegunCall;
import dagscribe.cache.CachedInstruction;
import dagscribe.cache.CallLog;
import dagscribe.cache.OpenCall;
import dagscribe.claude.MessageRequest;
import dagscribe.prompt.Pack;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls under way in this process, and their places in the log of all runs: each attempt is in
 * the log before it is made, and struck out together with the storing of what it brought.
 * Thread-safe.
 */
public final class CallJournal implements AutoCloseable {

  private final CallLog log;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final JournalWriter writer;
  private final Map<String, Call> open = new ConcurrentHashMap<>();

  /**
   * Starts to write.
   *
   * @param ids makes an id that is unique over all runs
   */
  public CallJournal(CallLog log, InstantSource clock, Supplier<String> ids) {
    this(log, clock, ids, new BatchingWriter(log));
  }

  CallJournal(CallLog log, InstantSource clock, Supplier<String> ids, JournalWriter writer) {
    this.log = log;
    this.clock = clock;
    this.ids = ids;
    this.writer = writer;
  }

  /** Opens a call, which may be made from now on. */
  Call open(String pass, @Nullable Pack pack, List<String> dags, MessageRequest request) {
    Call call = new Call(ids.get(), pass, pack, dags, request);
    open.put(call.id(), call);
    return call;
  }

  /** Closes a call that has ended for good: no further attempt at it can be made. */
  void close(Call call) {
    open.remove(call.id());
  }

  /**
   * Records an attempt; ends when the log has it.
   *
   * @return keys of the questions of the call that another run is asking or has asked, so that it
   *     is not recorded and must not be made; none if it is recorded. Fails with an {@link
   *     IllegalStateException} if no such call is open
   */
  CompletableFuture<Set<String>> record(Call call) {
    Call known = open.get(call.id());
    if (known == null || !Objects.equals(known.pack(), call.pack())) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("the journal has not opened call " + call.id()));
    }
    String model = call.request().settings().model();
    OpenCall begins = new OpenCall(call.id(), model, clock.millis(), call.dags());
    return writer.begin(new BegunCall(begins, call.keys()));
  }

  /**
   * Stores what the answer to a recorded call brought and strikes the call out, both or neither;
   * durable when it returns.
   *
   * @throws dagscribe.cache.CacheException if that fails
   */
  void keep(Call call, Map<String, CachedInstruction> answers) {
    log.end(call.id(), answers);
  }

  /** Strikes out an attempt that brought no answer, sooner or later. */
  void strikeOut(Call call) {
    writer.end(call.id());
  }

  /** Writes what is left to write, and ends. */
  @Override
  public void close() {
    writer.close();
  }
}
