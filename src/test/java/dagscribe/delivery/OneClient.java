package dagscribe.delivery;

import dagscribe.cache.InstructionCaches;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.MessageOutcome;
import dagscribe.claude.MessageRequest;
import dagscribe.limit.LimiterTotals;
import dagscribe.totals.CallTotals;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A client with resources of its own, whose answers nobody keeps. */
public final class OneClient implements AutoCloseable {

  private final CallResources resources;
  private final ClaudeClient client;

  public OneClient(AttemptClient server, ClientSettings settings, String model) {
    CallJournal journal =
        new CallJournal(
            InstructionCaches.open("none").calls(),
            InstantSource.system(),
            () -> UUID.randomUUID().toString());
    resources = new CallResources(server, journal, settings);
    client = resources.client("some pass", model, (pack, answer) -> Map.of());
  }

  public CompletableFuture<MessageOutcome> send(MessageRequest request) {
    return client
        .deliver(null, List.of(), request)
        .thenApply(
            outcome ->
                outcome instanceof CallOutcome.Answered answered
                    ? answered.answer()
                    : ((CallOutcome.Failed) outcome).failure());
  }

  public CallTotals totals() {
    return client.totals();
  }

  public LimiterTotals limiterTotals() {
    return client.limiterTotals();
  }

  @Override
  public void close() {
    resources.close();
  }
}
