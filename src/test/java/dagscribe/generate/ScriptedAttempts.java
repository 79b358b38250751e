package dagscribe.generate;

import dagscribe.claude.Answer;
import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.StopReason;
import dagscribe.claude.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in the hand of a test: calls stay open until the test says how each of them ends. */
public final class ScriptedAttempts implements AttemptClient {

  private static final Pattern IDS = Pattern.compile("<dag-\\w+ id=\"(d\\d+)\">");

  /** A call that is open. */
  public record Open(MessageRequest request, CompletableFuture<Attempt> future) {

    public List<String> ids() {
      List<String> ids = new ArrayList<>();
      Matcher matcher = IDS.matcher(request.user());
      while (matcher.find()) {
        ids.add(matcher.group(1));
      }
      return ids;
    }
  }

  private final List<Open> open = new ArrayList<>();
  private long billedOutputTokens;
  private int sent;

  @Override
  public synchronized CompletableFuture<Attempt> send(MessageRequest request) {
    CompletableFuture<Attempt> future = new CompletableFuture<>();
    open.add(new Open(request, future));
    sent++;
    return future;
  }

  public synchronized int openCalls() {
    return open.size();
  }

  public synchronized int sent() {
    return sent;
  }

  public synchronized long billedOutputTokens() {
    return billedOutputTokens;
  }

  /** Takes the nth open call, to be ended. */
  public synchronized Open take(int n) {
    return open.remove(n);
  }

  public void answer(Open call, List<String> ids) {
    StringBuilder results = new StringBuilder();
    for (String id : ids) {
      results.append(results.isEmpty() ? "" : ",");
      results.append("{\"id\":\"" + id + "\",\"instruction\":\"Build " + id + " daily.\"}");
    }
    end(call, "{\"results\":[" + results + "]}", StopReason.END_TURN);
  }

  public void end(Open call, String text, StopReason reason) {
    Usage usage = new Usage(100, 10L * call.ids().size(), 0, 0);
    synchronized (this) {
      billedOutputTokens += usage.outputTokens();
    }
    String category = reason == StopReason.REFUSAL ? "cyber" : null;
    call.future()
        .complete(
            Attempt.of(new Answer(text, reason, category, usage, Duration.ofMillis(5), "req", 1)));
  }

  public void fail(Open call, FailureKind kind) {
    call.future().complete(Attempt.of(new CallFailure(kind, "scripted", 0, "", 1, 0)));
  }

  @Override
  public void close() {}
}
