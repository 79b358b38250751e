package dagscribe.source.airflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The real DAG files tests read where they are present: the folder named by {@code
 * DAGSCRIBE_CORPUS}, a system property or an environment variable; else the project's own samples.
 */
final class Corpus {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Corpus() {}

  static List<JsonNode> records() throws IOException {
    Path corpus = folder().resolve("airflow-dags.jsonl.gz");
    if (!Files.exists(corpus)) {
      return read(Files.newInputStream(Path.of("samples/dags.jsonl")));
    }
    List<JsonNode> records = read(new GZIPInputStream(Files.newInputStream(corpus)));
    records.addAll(read(Files.newInputStream(folder().resolve("simple_dags_dataset.jsonl"))));
    return records;
  }

  private static Path folder() {
    return Path.of(
        Optional.ofNullable(System.getProperty("DAGSCRIBE_CORPUS"))
            .or(() -> Optional.ofNullable(System.getenv("DAGSCRIBE_CORPUS")))
            .orElse("../shared/data"));
  }

  private static List<JsonNode> read(InputStream bytes) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        addRecord(line, records);
      }
    }
    return records;
  }

  /** Adds the record of a line; the samples hold a malformed line on purpose, which has none. */
  private static void addRecord(String line, List<JsonNode> records) {
    try {
      records.add(JSON.readTree(line));
    } catch (JsonProcessingException malformed) {
      return;
    }
  }
}
