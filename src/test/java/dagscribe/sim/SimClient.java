package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** Talks to one server over HTTP/1.1. */
final class SimClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String baseUrl;

  SimClient(SimulatedServer server) {
    baseUrl = server.baseUrl();
  }

  /** A POST with the usual headers, to be changed before it is built. */
  HttpRequest.Builder post(String path, String body) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path))
        .header("authorization", "Bearer test")
        .header("anthropic-version", "2026-10-21")
        .header("content-type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  HttpResponse<String> messages(JsonNode body) throws IOException, InterruptedException {
    return send(post("/v1/messages", body.toString()));
  }

  CompletableFuture<HttpResponse<String>> messagesLater(JsonNode body) {
    return HTTP.sendAsync(post("/v1/messages", body.toString()).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(post(path, "").GET());
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> response) {
    return Requests.json(response.body());
  }

  /** The text of a message's last block, as JSON. */
  static JsonNode answer(HttpResponse<String> response) {
    JsonNode content = json(response).path("content");
    return Requests.json(content.path(content.size() - 1).path("text").asText());
  }
}
