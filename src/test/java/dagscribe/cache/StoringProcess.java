package dagscribe.cache;

import static dagscribe.cache.Answers.answer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A second JVM that stores answers, one a commit, and says which are stored. */
final class StoringProcess {

  private StoringProcess() {}

  /**
   * Runs.
   *
   * @param args URL of the cache, prefix of the keys, number of answers
   */
  public static void main(String[] args) {
    try (InstructionCache cache = InstructionCaches.open(args[0])) {
      for (int i = 0; i < Integer.parseInt(args[2]); i++) {
        String key = args[1] + i;
        cache.store(Map.of(key, answer("Create DAG " + key)));
        System.out.println(key);
      }
    }
  }

  static Process start(Path file, String prefix, int count) throws Exception {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StoringProcess.class.getName(),
                "sqlite:" + file,
                prefix,
                Integer.toString(count)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
