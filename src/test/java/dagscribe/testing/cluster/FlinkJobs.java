package dagscribe.testing.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.testing.process.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The jobs of a cluster, by their ids, as its REST API knows them. */
public final class FlinkJobs {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "CANCELED");

  private final FlinkRest rest;

  FlinkJobs(FlinkRest rest) {
    this.rest = rest;
  }

  /** The one that runs, of which there must be one. */
  public String onlyRunning() {
    List<String> running = running();
    if (running.size() != 1) {
      throw new AssertionError("jobs that run: " + running);
    }
    return running.get(0);
  }

  /** The one that was submitted last. */
  public String last() {
    return all()
        .max(Comparator.comparingLong(job -> job.path("start-time").asLong()))
        .map(job -> job.path("jid").asText())
        .orElseThrow();
  }

  /** Waits until it has ended, and gives its state. */
  public String awaitEnd(String id) {
    return awaitEnd(id, PATIENCE);
  }

  /** Waits until it has ended, so long at most, and gives its state. */
  public String awaitEnd(String id, Duration patience) {
    Await.until(patience, "job " + id + " ends", () -> job(id).path("end-time").asLong() > 0);
    return job(id).path("state").asText();
  }

  /** Stops it with a savepoint in a folder, and gives the savepoint's address. */
  public String stop(String id, Path folder) {
    String path = "/jobs/" + id;
    JsonNode begun =
        FlinkRest.json(rest.post(path + "/stop", Map.of("targetDirectory", folder.toString())));
    String savepoint = path + "/savepoints/" + begun.path("request-id").asText();
    Await.until(
        PATIENCE,
        "job " + id + " is stopped: " + begun,
        () -> rest.get(savepoint).path("status").path("id").asText().equals("COMPLETED"));
    JsonNode operation = rest.get(savepoint).path("operation");
    if (!operation.has("location")) {
      throw new AssertionError("no savepoint: " + operation);
    }
    return operation.path("location").asText();
  }

  /** Cancels what runs, and waits until nothing does. */
  public void cancelAll() {
    running().forEach(id -> rest.patch("/jobs/" + id + "?mode=cancel"));
    Await.until(PATIENCE, "no job runs", () -> running().isEmpty());
  }

  private List<String> running() {
    return all()
        .filter(job -> !ENDED.contains(job.path("state").asText()))
        .map(job -> job.path("jid").asText())
        .toList();
  }

  private Stream<JsonNode> all() {
    return StreamSupport.stream(rest.get("/jobs/overview").path("jobs").spliterator(), false);
  }

  private JsonNode job(String id) {
    return rest.get("/jobs/" + id);
  }
}
