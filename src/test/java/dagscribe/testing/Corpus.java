package dagscribe.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Real DAGs where there are any on this machine, in the folder that {@code DAGSCRIBE_CORPUS} names,
 * else made-up ones.
 */
public final class Corpus {

  private static final String VARIABLE = "DAGSCRIBE_CORPUS";
  private static final String DEFAULT_FOLDER = "../shared/data";
  private static final String FILE = "airflow-dags.jsonl.gz";

  /** Every so many made-up DAGs one is like another. */
  private static final int DUPLICATE_EVERY = 10;

  private Corpus() {}

  /** Writes a file of so many records, or of as many as there are. */
  public static Path write(Path folder, int records) throws IOException {
    Path corpus = Path.of(System.getenv().getOrDefault(VARIABLE, DEFAULT_FOLDER), FILE);
    List<String> lines = Files.exists(corpus) ? real(corpus, records) : madeUp(records);
    return Files.write(folder.resolve("corpus.jsonl"), lines);
  }

  private static List<String> real(Path corpus, int records) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(corpus)), StandardCharsets.UTF_8))) {
      return reader.lines().limit(records).toList();
    }
  }

  /** Small records of our own writing, at most 500. */
  public static List<String> madeUp(int records) {
    return IntStream.range(0, Math.min(records, 500)).mapToObj(Corpus::madeUpLine).toList();
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
