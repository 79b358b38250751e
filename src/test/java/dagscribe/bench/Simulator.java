package dagscribe.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simulated server as a process of its own. */
final class Simulator implements AutoCloseable {

  private static final Pattern URL = Pattern.compile("http://\\S+");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JavaProcess process;
  private final String url;
  private final HttpClient http = HttpClient.newHttpClient();

  private Simulator(JavaProcess process, String url) {
    this.process = process;
    this.url = url;
  }

  static Simulator start(Path folder, String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of("simulate"));
    all.addAll(List.of(words));
    JavaProcess process =
        JavaProcess.start(folder.resolve("simulator.log"), all.toArray(String[]::new));
    for (int tries = 0; tries < 300 && process.isAlive(); tries++) {
      Matcher found = URL.matcher(Files.readString(process.log()));
      if (found.find()) {
        return new Simulator(process, found.group());
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("no server: " + Files.readString(process.log()));
  }

  String url() {
    return url;
  }

  /** Counters since the start. */
  JsonNode stats() throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url + "/_sim/stats")).build());
  }

  /** What each second brought, oldest first. */
  List<Second> series() throws IOException, InterruptedException {
    List<Second> seconds = new ArrayList<>();
    send(HttpRequest.newBuilder(URI.create(url + "/_sim/series")).build())
        .path("seconds")
        .forEach(each -> seconds.add(Second.of(each)));
    return seconds;
  }

  void changeLimits(Limits limits) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(URI.create(url + "/_sim/limits"))
            .POST(HttpRequest.BodyPublishers.ofString(limits.json()))
            .build());
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  @Override
  public void close() {
    process.close();
  }

  /** One second of the server, as {@code /_sim/series} tells it. */
  record Second(
      long epochSecond, long requests, long inputTokens, long outputTokens, long rateLimited) {

    static Second of(JsonNode json) {
      return new Second(
          json.path("epochSecond").asLong(),
          json.path("admitted").asLong(),
          json.path("inputTokens").asLong(),
          json.path("outputTokens").asLong(),
          json.path("rateLimited").asLong());
    }
  }

  /** Limits a minute. */
  record Limits(long requests, long inputTokens, long outputTokens) {

    Limits times(double factor) {
      return new Limits(
          Math.round(requests * factor),
          Math.round(inputTokens * factor),
          Math.round(outputTokens * factor));
    }

    String[] words() {
      return new String[] {
        "--simRequestsPerMinute=" + requests,
        "--simInputTokensPerMinute=" + inputTokens,
        "--simOutputTokensPerMinute=" + outputTokens
      };
    }

    String json() {
      return String.format(
          "{\"requestsPerMinute\":%d,\"inputTokensPerMinute\":%d,\"outputTokensPerMinute\":%d}",
          requests, inputTokens, outputTokens);
    }
  }
}
