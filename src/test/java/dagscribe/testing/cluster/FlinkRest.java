package dagscribe.testing.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dagscribe.testing.Ports;
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

  /** Sends a path a PATCH, with which Flink changes what is there. */
  void patch(String path) {
    send(request(path).method("PATCH", BodyPublishers.noBody()).build());
  }

  /** Waits until there are so many slots, and all of them are free. */
  public void awaitFreeSlots(int slots) {
    Await.until(
        PATIENCE,
        slots + " slots are free",
        () -> tryGet("/overview").filter(seen -> isFree(seen, slots)).isPresent());
  }

  private static boolean isFree(JsonNode registry, int slots) {
    return registry.path("slots-total").asInt() == slots
        && registry.path("slots-available").asInt() == slots;
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
