package dagscribe.generate;

import dagscribe.claude.Answer;
import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.StopReason;
import dagscribe.claude.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server for several clients that answers everything a moment later, and counts. */
final class AnsweringServer implements AttemptClient {

  private static final Pattern IDS = Pattern.compile("<dag-\\w+ id=\"(d\\d+)\">");
  private static final Pattern DAGS = Pattern.compile("'dag_(\\d+)'");

  private final Map<String, Integer> asked = new ConcurrentHashMap<>();

  @Override
  public CompletableFuture<Attempt> send(MessageRequest request) {
    found(DAGS, request.user()).forEach(dag -> asked.merge(dag, 1, Integer::sum));
    String results =
        String.join(
            ",",
            found(IDS, request.user()).stream()
                .map(id -> "{\"id\":\"" + id + "\",\"instruction\":\"Build " + id + ".\"}")
                .toList());
    Answer answer =
        new Answer(
            "{\"results\":[" + results + "]}",
            StopReason.END_TURN,
            null,
            new Usage(100, 10, 0, 0),
            Duration.ofMillis(5),
            "req",
            1);
    return new CompletableFuture<Attempt>()
        .completeOnTimeout(Attempt.of(answer), 5, TimeUnit.MILLISECONDS);
  }

  /** How often each DAG was asked for, by its number. */
  Map<String, Integer> asked() {
    return asked;
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Override
  public void close() {}
}
