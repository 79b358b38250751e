package dagscribe.bench;

import dagscribe.testing.RedisServer;
import dagscribe.testing.process.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One job on two TaskManagers of a cluster, each with a limiter of its own, on one account. */
final class SharedAccount {

  private static final int DAGS = 6_000;

  private final int seconds;

  SharedAccount(int seconds) {
    this.seconds = seconds;
  }

  /** Once without a coordinator and once with buckets in Redis, each for every kind of work. */
  String run() throws Exception {
    String[] heading = Observation.heading().split("\n");
    List<String> rows = new ArrayList<>(List.of("| quota " + heading[0], "| --- " + heading[1]));
    for (Binding binding : List.of(Binding.REQUESTS, Binding.SLOW_REQUESTS)) {
      rows.add("| local " + row(binding, "local"));
      try (RedisServer redis = RedisServer.start()) {
        rows.add("| redis " + row(binding, redis.url("", "")));
      }
    }
    return String.join("\n", rows);
  }

  private String row(Binding binding, String quota) throws Exception {
    try (Stage stage = Stage.start(2, binding.simulator())) {
      Path input = Load.write(stage.folder().resolve("in.jsonl"), "owner", DAGS);
      List<String> words =
          stage.words(input, stage.results("out"), "--quota=" + quota, binding.packing());
      try (Program job = stage.submit(words)) {
        return new Observation(stage.server(), binding, seconds, 1).row(List.of(job));
      }
    }
  }
}
