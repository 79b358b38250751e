package dagscribe.testing.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A simulated API in a process of its own, which outlives the programs that call it. */
public final class SimulatorProcess implements AutoCloseable {

  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Program program;
  private final String url;
  private final HttpClient http = HttpClient.newHttpClient();

  private SimulatorProcess(Program program, String url) {
    this.program = program;
    this.url = url;
  }

  /** Starts one with limits that nobody reaches. */
  public static SimulatorProcess start(Path folder, String... more)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "simulate",
                "--simPort=0",
                "--simRequestsPerMinute=1000000",
                "--simInputTokensPerMinute=1000000000",
                "--simOutputTokensPerMinute=1000000000"));
    words.addAll(List.of(more));
    Program program = Program.start(folder, words);
    while (program.isAlive()) {
      Matcher told = URL.matcher(program.said());
      if (told.find()) {
        program.requireLoopback();
        return new SimulatorProcess(program, told.group());
      }
      Moments.pass();
    }
    throw new AssertionError("the simulator did not start: " + program.said());
  }

  /** Its address. */
  public String url() {
    return url;
  }

  /** What it has done since it was started or reset. */
  public JsonNode stats() throws IOException, InterruptedException {
    return get("/_sim/stats");
  }

  /** What each source was billed and sent: model, sha256, billed, delivered. */
  public JsonNode dags() throws IOException, InterruptedException {
    return get("/_sim/dags").path("dags");
  }

  /** What each second brought, oldest first. */
  public JsonNode series() throws IOException, InterruptedException {
    return get("/_sim/series").path("seconds");
  }

  /** Changes its limits; what the JSON leaves out stays. */
  public void changeLimits(String json) throws IOException, InterruptedException {
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(json);
    send(HttpRequest.newBuilder(URI.create(url + "/_sim/limits")).POST(body).build());
  }

  /** Forgets what it has done. */
  public void reset() throws IOException, InterruptedException {
    HttpRequest.BodyPublisher nothing = HttpRequest.BodyPublishers.noBody();
    send(HttpRequest.newBuilder(URI.create(url + "/_sim/reset")).POST(nothing).build());
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url + path)).build());
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    return MAPPER.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  @Override
  public void close() {
    program.close();
  }
}
