package dagscribe.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One second of the simulated server, as {@code /_sim/series} tells it. */
record Second(
    long epochSecond, long requests, long inputTokens, long outputTokens, long rateLimited) {

  static List<Second> all(JsonNode series) {
    List<Second> seconds = new ArrayList<>();
    series.forEach(each -> seconds.add(of(each)));
    return seconds;
  }

  private static Second of(JsonNode json) {
    return new Second(
        json.path("epochSecond").asLong(),
        json.path("admitted").asLong(),
        json.path("inputTokens").asLong(),
        json.path("outputTokens").asLong(),
        json.path("rateLimited").asLong());
  }
}
