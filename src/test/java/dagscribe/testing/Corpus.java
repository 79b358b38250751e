package dagscribe.testing;

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
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * DAGs for tests: real ones where this machine has them, in the folder that {@code
 * DAGSCRIBE_CORPUS} names as a system property or an environment variable, else in {@code
 * ../shared/data}. Where there are none, the project's samples and made-up ones stand in. Which it
 * is, is printed once.
 */
public final class Corpus {

  private static final String NAME = "DAGSCRIBE_CORPUS";
  private static final String DEFAULT_FOLDER = "../shared/data";
  private static final String DAGS = "airflow-dags.jsonl.gz";
  private static final String SIMPLE_DAGS = "simple_dags_dataset.jsonl";
  private static final Path SAMPLES = Path.of("samples/dags.jsonl");

  private static final Optional<Path> FOLDER = find();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Every so many made-up DAGs one is like another. */
  private static final int DUPLICATE_EVERY = 10;

  private Corpus() {}

  private static Optional<Path> find() {
    Optional<String> named =
        Optional.ofNullable(System.getProperty(NAME))
            .or(() -> Optional.ofNullable(System.getenv(NAME)));
    Path folder = Path.of(named.orElse(DEFAULT_FOLDER));
    boolean isThere = Files.exists(folder.resolve(DAGS));
    if (named.isPresent() && !isThere) {
      throw new IllegalStateException(NAME + ": there is no " + folder.resolve(DAGS));
    }
    System.out.println(
        "corpus: " + (isThere ? folder.toAbsolutePath().normalize() : "samples and made-up DAGs"));
    return Optional.of(folder).filter(there -> isThere);
  }

  /** All real records, or the samples. */
  public static List<JsonNode> records() throws IOException {
    List<JsonNode> records = new ArrayList<>();
    if (FOLDER.isEmpty()) {
      addRecords(Files.newInputStream(SAMPLES), records);
    } else {
      addRecords(dags(FOLDER.get()), records);
      addRecords(Files.newInputStream(FOLDER.get().resolve(SIMPLE_DAGS)), records);
    }
    return records;
  }

  /** A new file of so many real records, or of as many as there are, or of made-up ones. */
  public static Path write(Path folder, int records) throws IOException {
    List<String> lines = FOLDER.isPresent() ? real(FOLDER.get(), records) : madeUp(records);
    return Files.write(folder.resolve("corpus.jsonl"), lines);
  }

  /** A new file of so many made-up records, for what does not depend on what DAGs are like. */
  public static Path madeUp(Path folder, int records) throws IOException {
    return Files.write(folder.resolve("made-up.jsonl"), madeUp(records));
  }

  /** So many small records of our own writing; every tenth has the source of another. */
  public static List<String> madeUp(int records) {
    return IntStream.range(0, records).mapToObj(Corpus::madeUpLine).toList();
  }

  private static InputStream dags(Path folder) throws IOException {
    return new GZIPInputStream(Files.newInputStream(folder.resolve(DAGS)));
  }

  private static List<String> real(Path folder, int records) throws IOException {
    try (BufferedReader lines = reader(dags(folder))) {
      return lines.lines().limit(records).toList();
    }
  }

  private static void addRecords(InputStream bytes, List<JsonNode> records) throws IOException {
    try (BufferedReader lines = reader(bytes)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        addRecord(line, records);
      }
    }
  }

  /** Adds the record of a line; the samples hold a malformed line on purpose, which has none. */
  private static void addRecord(String line, List<JsonNode> records) {
    try {
      records.add(JSON.readTree(line));
    } catch (JsonProcessingException malformed) {
      return;
    }
  }

  private static BufferedReader reader(InputStream bytes) {
    return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
  }

  private static String madeUpLine(int number) {
    int like = number % DUPLICATE_EVERY == 3 ? number - 3 : number;
    StringBuilder source = new StringBuilder("from airflow import DAG\\n");
    source.append("with DAG('dag_").append(like).append("', schedule='@daily') as dag:\\n");
    for (int task = 0; task < 20 + like % 5; task++) {
      source.append("    PythonOperator(task_id='task_").append(task).append("')\\n");
    }
    return "{\"id\":\"made-up-" + number + "\",\"content\":\"" + source + "\"}";
  }
}
