package dagscribe.testing.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dagscribe.testing.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The REST API of a Flink cluster. */
public final class FlinkRest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String BOUNDARY = "----dagscribe";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  FlinkRest(int port) {
    this.port = port;
  }

  /** HOST:PORT. */
  public String address() {
    return Ports.LOOPBACK + ":" + port;
  }

  /** What a path answers. */
  public JsonNode get(String path) {
    return json(text(path));
  }

  /** The same as it came. */
  String text(String path) {
    return send(request(path).GET().build()).body();
  }

  /** The same, if there is a JobManager that answers. */
  public Optional<JsonNode> tryGet(String path) {
    try {
      return Optional.of(get(path));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** What a path answers to JSON. */
  public HttpResponse<String> post(String path, Object body) {
    try {
      return send(
          request(path)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Uploads a jar, as the web page does, and gives its id. */
  public String upload(Path jar) throws IOException {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\n%s\r\n\r\n"
            .formatted(BOUNDARY, jar.getFileName(), "Content-Type: application/x-java-archive");
    HttpRequest upload =
        request("/jars/upload")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofFile(jar),
                    BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
            .build();
    String name = json(send(upload)).path("filename").asText();
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Runs an uploaded jar's main, and gives what the API answered. */
  public HttpResponse<String> run(String jarId, List<String> words) {
    return post("/jars/" + jarId + "/run", Map.of("programArgsList", words));
  }

  /** The id of the job that runs, of which there must be one. */
  public String onlyRunningJob() {
    List<String> running = new ArrayList<>();
    for (JsonNode job : get("/jobs").path("jobs")) {
      if (!List.of("FINISHED", "FAILED", "CANCELED").contains(job.path("status").asText())) {
        running.add(job.path("id").asText());
      }
    }
    if (running.size() != 1) {
      throw new AssertionError("jobs that run: " + running);
    }
    return running.get(0);
  }

  /** Waits until the job has ended, and gives its state. */
  public String awaitEnd(String jobId) {
    return awaitEnd(jobId, PATIENCE);
  }

  /** Waits until the job has ended, so long at most, and gives its state. */
  public String awaitEnd(String jobId, Duration patience) {
    Await.until(patience, "job " + jobId + " ends", () -> job(jobId).path("end-time").asLong() > 0);
    return job(jobId).path("state").asText();
  }

  /** Waits until so many slots are free. */
  public void awaitFreeSlots(int slots) {
    Await.until(
        PATIENCE,
        slots + " slots are free",
        () ->
            tryGet("/registry")
                .filter(seen -> seen.path("slots-available").asInt() >= slots)
                .isPresent());
  }

  private JsonNode job(String jobId) {
    return get("/jobs/" + jobId);
  }

  /** The answer as JSON. */
  public static JsonNode json(HttpResponse<String> response) {
    return json(response.body());
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + address() + path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
