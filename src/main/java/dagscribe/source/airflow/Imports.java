package dagscribe.source.airflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the text of one import statement says: modules, and the names that it gives. */
final class Imports {

  /**
   * A name that an import gives.
   *
   * @param path what is imported, dotted: {@code airflow.operators.bash.BashOperator}
   * @param name what it is called from then on; the first word of the path of a module that is
   *     imported without another name
   */
  record Imported(String path, String name) {

    /** What the name stands for, dotted. */
    String target() {
      return path.startsWith(name + ".") ? name : path;
    }
  }

  private static final String PROVIDERS = "airflow.providers.";

  /** Name spaces whose provider packages have two words, as in the provider index of Airflow. */
  private static final Set<String> NAME_SPACES =
      Set.of("apache", "atlassian", "cncf", "common", "dbt", "microsoft");

  private Imports() {}

  /** The names that an import statement gives, in order; none for what is no import. */
  static List<Imported> of(String statement) {
    List<String> words = ImportWords.of(statement);
    boolean from = words.indexOf("from") == 0;
    int first = words.indexOf("import") + 1;
    if (first == 0 || (!from && first != 1)) {
      return List.of();
    }
    String module = from ? String.join("", words.subList(1, first - 1)) + "." : "";
    List<Imported> imported = new ArrayList<>();
    for (int at = first; at < words.size(); at++) {
      String word = words.get(at);
      boolean renamed = at + 2 < words.size() && words.get(at + 1).equals("as");
      int dot = word.indexOf('.');
      String plain = dot < 0 ? word : word.substring(0, dot);
      imported.add(new Imported(module + word, renamed ? words.get(at + 2) : plain));
      at += renamed ? 2 : 0;
    }
    return imported;
  }

  /** Adds the provider packages imported by the statement, such as {@code cncf.kubernetes}. */
  static void addProviders(String statement, Set<String> providers) {
    if (statement.contains("providers")) {
      for (Imported imported : of(statement)) {
        if (imported.path().startsWith(PROVIDERS)) {
          providers.add(packageOf(imported.path().substring(PROVIDERS.length())));
        }
      }
    }
  }

  private static String packageOf(String module) {
    int dot = module.indexOf('.');
    if (dot < 0) {
      return module;
    }
    int secondDot = module.indexOf('.', dot + 1);
    boolean twoWords = NAME_SPACES.contains(module.substring(0, dot));
    int end = !twoWords ? dot : secondDot < 0 ? module.length() : secondDot;
    return module.substring(0, end);
  }
}
