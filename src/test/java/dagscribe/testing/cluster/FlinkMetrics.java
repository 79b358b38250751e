package dagscribe.testing.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.util.VarInt;

/**
 * What Flink's REST API shows of Beam's metrics: by "NAMESPACE NAME", added up over all subtasks;
 * distributions by "NAMESPACE NAME count" and "... sum".
 */
public final class FlinkMetrics {

  private static final Pattern ID =
      Pattern.compile("\\d+\\..*\\.(dagscribe|beam-throttling-metrics)_(.+)");
  private static final Pattern DISTRIBUTION =
      Pattern.compile("DistributionResult\\{sum=(\\d+), count=(\\d+), .*");

  private FlinkMetrics() {}

  /** The metrics of the operators of a job that runs. */
  public static Map<String, Long> live(FlinkRest rest, String job) {
    Map<String, Long> all = new TreeMap<>();
    for (JsonNode vertex : rest.get("/jobs/" + job).path("vertices")) {
      String path = "/jobs/" + job + "/vertices/" + vertex.path("id").asText() + "/metrics";
      for (JsonNode metric : rest.get(path)) {
        String id = metric.path("id").asText();
        Matcher name = ID.matcher(id);
        if (name.matches()) {
          String get = path + "?get=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
          rest.get(get)
              .forEach(read -> add(all, name.toMatchResult(), read.path("value").asText()));
        }
      }
    }
    return all;
  }

  private static void add(Map<String, Long> all, MatchResult id, String value) {
    String name = id.group(1) + " " + id.group(2);
    Matcher distribution = DISTRIBUTION.matcher(value);
    if (distribution.matches()) {
      all.merge(name + " sum", Long.valueOf(distribution.group(1)), Long::sum);
      all.merge(name + " count", Long.valueOf(distribution.group(2)), Long::sum);
    } else {
      all.merge(name, Long.valueOf(value), Long::sum);
    }
  }

  /** What the subtasks that have ended left in the job's accumulators. */
  public static Map<String, Long> accumulated(FlinkRest rest, String job) {
    Map<String, Long> all = new TreeMap<>();
    for (JsonNode accumulator :
        rest.get("/jobs/" + job + "/accumulators").path("user-task-accumulators")) {
      String text = accumulator.path("value").asText();
      for (JsonNode metric : FlinkRest.json(text).path("metrics").path("attempted")) {
        add(all, metric);
      }
    }
    return all;
  }

  private static void add(Map<String, Long> all, JsonNode metric) {
    JsonNode labels = metric.path("labels");
    String name = labels.path("NAMESPACE").asText() + " " + labels.path("NAME").asText();
    ByteArrayInputStream payload =
        new ByteArrayInputStream(Base64.getDecoder().decode(metric.path("payload").asText()));
    switch (metric.path("type").asText()) {
      case "beam:metrics:sum_int64:v1" -> all.merge(name, next(payload), Long::sum);
      case "beam:metrics:distribution_int64:v1" -> {
        all.merge(name + " count", next(payload), Long::sum);
        all.merge(name + " sum", next(payload), Long::sum);
      }
      default -> all.put(name, (long) payload.available());
    }
  }

  private static long next(ByteArrayInputStream payload) {
    try {
      return VarInt.decodeLong(payload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
