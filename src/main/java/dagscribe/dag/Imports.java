package dagscribe.dag;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the text of one import statement says: Airflow provider packages, and names given anew. */
final class Imports {

  private static final Pattern PROVIDER_MODULE =
      Pattern.compile("(?<![\\w.])airflow\\.providers\\.([\\w.]+)");
  private static final Pattern PROVIDER_NAMES =
      Pattern.compile("from\\s+airflow\\.providers\\s+import\\b([\\w\\s,()]+)");
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern RENAMED = Pattern.compile("(\\w+)\\s+as\\s+(\\w+)");

  /** Name spaces whose provider packages have two words, as in the provider index of Airflow. */
  private static final Set<String> NAME_SPACES =
      Set.of("apache", "atlassian", "cncf", "common", "dbt", "microsoft");

  private Imports() {}

  /** Adds the provider packages imported by the statement, such as {@code cncf.kubernetes}. */
  static void addProviders(String statement, Set<String> providers) {
    Matcher module = PROVIDER_MODULE.matcher(statement);
    while (module.find()) {
      providers.add(packageOf(module.group(1)));
    }
    Matcher names = PROVIDER_NAMES.matcher(statement);
    if (names.find()) {
      Matcher name = WORD.matcher(names.group(1));
      if (name.find()) {
        providers.add(name.group());
      }
    }
  }

  /** Adds the names that {@code import … as …} gives, each with what it stands for. */
  static void addRenamed(String statement, Map<String, String> originals) {
    Matcher renamed = RENAMED.matcher(statement);
    while (renamed.find()) {
      originals.put(renamed.group(2), renamed.group(1));
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
