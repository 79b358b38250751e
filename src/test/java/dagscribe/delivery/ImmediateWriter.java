package dagscribe.delivery;

import dagscribe.cache.BegunCall;
import dagscribe.cache.CallLog;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Writes on the thread that calls, so that a test goes step by step. */
public record ImmediateWriter(CallLog log) implements JournalWriter {

  public static CallJournal journal(CallLog log) {
    return new CallJournal(
        log, InstantSource.system(), () -> UUID.randomUUID().toString(), new ImmediateWriter(log));
  }

  @Override
  public CompletableFuture<Set<String>> begin(BegunCall call) {
    return CompletableFuture.completedFuture(
        log.record(List.of(call), Set.of()).getOrDefault(call.call().id(), Set.of()));
  }

  @Override
  public void end(String call) {
    log.record(List.of(), Set.of(call));
  }

  @Override
  public void close() {}
}
