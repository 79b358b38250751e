package dagscribe.testing.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that Flink's page reads of a cluster and of one job, by path, as <a
 * href="https://nightlies.apache.org/flink/flink-docs-release-1.19/docs/ops/rest_api/">Flink's
 * documentation</a> lists the paths.
 */
final class FlinkPages {

  private static final List<String> OF_CLUSTER =
      List.of(
          "/config", "/overview", "/jobs", "/jobs/overview", "/jobs/metrics", "/jars", "/datasets");

  private static final List<String> OF_PROCESS =
      List.of("/metrics", "/logs", "/log", "/stdout", "/thread-dump");

  private static final List<String> OF_JOB =
      List.of(
          "",
          "/config",
          "/plan",
          "/accumulators?includeSerializedValue=true",
          "/exceptions",
          "/checkpoints",
          "/checkpoints/config",
          "/execution-result",
          "/jobmanager/config",
          "/jobmanager/environment",
          "/jobmanager/log-url",
          "/metrics",
          "/status");

  private static final List<String> OF_STEP =
      List.of(
          "",
          "/accumulators",
          "/backpressure",
          "/flamegraph",
          "/metrics",
          "/subtasks/accumulators",
          "/subtasks/metrics",
          "/subtasks/0",
          "/subtasks/0/attempts/0/accumulators",
          "/subtasks/0/metrics",
          "/subtasktimes",
          "/taskmanagers",
          "/watermarks");

  private final FlinkRest rest;
  private final Map<String, String> pages = new TreeMap<>();

  private FlinkPages(FlinkRest rest) {
    this.rest = rest;
  }

  /** What each of them says now. */
  static Map<String, String> read(FlinkRest rest, String job) {
    FlinkPages pages = new FlinkPages(rest);
    pages.add("", OF_CLUSTER);
    pages.add("/jobmanager", OF_PROCESS);
    pages.add("/jobmanager", List.of("/config", "/environment"));
    for (JsonNode process : rest.get("/taskmanagers").path("taskmanagers")) {
      String path = "/taskmanagers/" + process.path("id").asText();
      pages.add(path, List.of(""));
      pages.add(path, OF_PROCESS);
    }
    pages.addJob(job);
    return pages.pages;
  }

  private void addJob(String id) {
    String path = "/jobs/" + id;
    add(path, OF_JOB);
    for (JsonNode step : rest.get(path).path("vertices")) {
      add(path + "/vertices/" + step.path("id").asText(), OF_STEP);
    }
  }

  private void add(String prefix, List<String> paths) {
    paths.forEach(path -> pages.put(prefix + path, rest.text(prefix + path)));
  }
}
