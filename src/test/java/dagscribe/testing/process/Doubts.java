package dagscribe.testing.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.cache.OpenCall;
import dagscribe.claude.Profile;
import dagscribe.source.airflow.SourceReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Calls that a cache has open because the processes that made them were killed. */
public final class Doubts {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path cacheFile;
  private final Set<String> calls = new HashSet<>();
  private final Set<String> dags = new HashSet<>();

  /**
   * @param cacheFile of SQLite; need not be there yet
   */
  public Doubts(Path cacheFile) {
    this.cacheFile = cacheFile;
  }

  /** Looks again, and gives how many calls are new. */
  public int learn() {
    if (!Files.exists(cacheFile)) {
      return 0;
    }
    int before = calls.size();
    try (InstructionCache cache = InstructionCaches.open("sqlite:" + cacheFile)) {
      for (OpenCall call : cache.calls().inDoubt()) {
        if (calls.add(call.id())) {
          dags.addAll(call.dags());
        }
      }
    }
    return calls.size() - before;
  }

  /** All the calls so far. */
  public int calls() {
    return calls.size();
  }

  /** Hashes of the sources in all these calls, as profile {@code speed} sends them. */
  public Set<String> sources(Path input) throws IOException {
    Set<String> hashes = new HashSet<>();
    int budget = Profile.SPEED.contentChars();
    try (SourceReader reader = new SourceReader()) {
      for (String line : Files.readAllLines(input)) {
        JsonNode record = MAPPER.readTree(line);
        if (dags.contains(record.path("id").asText())) {
          String source = record.path("content").asText();
          String sent = reader.read(source, budget).within(budget);
          hashes.add(Hashing.sha256().hashString(sent, StandardCharsets.UTF_8).toString());
        }
      }
    }
    return hashes;
  }
}
