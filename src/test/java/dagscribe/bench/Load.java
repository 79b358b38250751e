package dagscribe.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** As many different DAGs as a benchmark needs, of about 2,500 characters. */
final class Load {

  private static final int TASKS = 24;

  private Load() {}

  /** Writes so many records; two files of different owners share no DAG. */
  static Path write(Path file, String owner, int records) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int number = 0; number < records; number++) {
        String id = owner + "_" + number;
        out.write("{\"id\":\"" + id + "\",\"content\":\"" + source(id, number) + "\"}\n");
      }
    }
    return file;
  }

  private static String source(String id, int number) {
    StringBuilder source = new StringBuilder("from airflow import DAG\\n");
    source.append("from airflow.operators.python import PythonOperator\\n\\n");
    source.append("with DAG('").append(id).append("', schedule='").append(number % 60);
    source.append(" 4 * * *') as dag:\\n");
    for (int task = 0; task < TASKS + number % 7; task++) {
      source.append("    step_").append(task).append(" = PythonOperator(task_id='step_");
      source.append(task).append("', python_callable=run_step_").append(task).append(")\\n");
    }
    return source.toString();
  }
}
