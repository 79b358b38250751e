package dagscribe.source.airflow;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Facts found by regular expressions, for sources that do not parse. Less exact than a syntax tree:
 * a name within a string is taken for code, names are not resolved, a text in a comment line is not
 * looked at, nor is what lies beyond the first {@value #MAX_CHARS} characters. Every pattern takes
 * time linear in the length of the source: what it repeats is bounded or possessive, and no place
 * is looked at again for a match that begins elsewhere.
 */
/*
 * There is no \b in the patterns: Java looks back over a whole run of combining marks for each.
 */
final class PatternFacts {

  private static final int MAX_CHARS = 1_000_000;

  private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^[ \\t]*+#.*+$");
  private static final Pattern STRING = Pattern.compile("[rRuU]?(['\"])(.*?)\\1");
  private static final Pattern OPERATOR =
      Pattern.compile(
          "(?<!class )(?<!\\w)(\\w{1,100}(?:Operator|Sensor)(?:Async)?)(?:\\.partial)?\\(");
  private static final Pattern DAG =
      Pattern.compile(
          "(?<!\\w)\\w{0,100}(?:DAG|Dag)\\(\\s{0,200}+(?:dag_id\\s{0,20}+=\\s{0,20}+)?+"
              + "([^\\s,)=]{1,200}+)(?!\\s{0,200}+=)");
  private static final Pattern DECORATOR =
      Pattern.compile(
          "(?m)^[ \\t]*+@((?:dag|task|task_group|asset|setup|teardown)(?!\\w)[\\w.]{0,100}+)"
              + "(?:[^\\n]{0,500}+\\n){1,30}?[ \\t]{0,200}+(?:async )?+def (\\w{1,200})");
  private static final Pattern SCHEDULE =
      Pattern.compile(
          "(?<!\\w)(?:schedule|schedule_interval|timetable)\\s{0,20}+=\\s{0,20}+"
              + "(['\"].{0,200}?['\"]|(?:[^,()\\n]{1,500}+|\\([^()\\n]{0,500}+\\)){1,50}+)");
  private static final Pattern TASK_ID =
      Pattern.compile("(?<!\\w)task_id\\s{0,20}+=\\s{0,20}+(['\"])([^'\"\\n]{0,300}+)\\1");
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "(?m)^(?!\\s{0,200}+print )[^\\n#'\"]*?"
              + "(?:>>|<<|\\.set_(?:up|down)stream\\(|(?<!\\w)chain\\()");
  private static final Pattern DOC =
      Pattern.compile("\\A\\s*+[rRuU]?(\"\"\"|\'\'\')(.*?)\\1", Pattern.DOTALL);
  private static final Pattern IMPORT = Pattern.compile("(?m)^[ \\t]*+(?=(?:from|import)[ \\t])");

  /** An import statement that is longer has its module at its beginning all the same. */
  private static final int MAX_IMPORT_CHARS = 1_000;

  private PatternFacts() {}

  static DagFacts of(String source, int lineCount) {
    String read = source.substring(0, Math.min(source.length(), MAX_CHARS));
    String lines = read.replace("\r\n", "\n").replace('\r', '\n');
    String code = COMMENT_LINE.matcher(lines).replaceAll("");
    FactsBuilder facts = new FactsBuilder();
    each(DAG, code, dag -> addId(dag.group(1), facts));
    each(SCHEDULE, code, schedule -> addSchedule(schedule.group(1), facts));
    each(OPERATOR, code, operator -> addOperator(operator.group(1), facts));
    each(DECORATOR, code, decorator -> addDecorated(decorator, facts));
    each(TASK_ID, code, id -> facts.taskIds.add(id.group(2)));
    each(DEPENDENCY, code, dependency -> facts.dependencyCount++);
    each(DOC, code, doc -> facts.docString(doc.group(2)));
    each(IMPORT, code, place -> addProviders(code, place.end(), facts));
    return facts.build(lineCount, false);
  }

  private static void each(Pattern pattern, String code, Consumer<Matcher> action) {
    Matcher matcher = pattern.matcher(code);
    while (matcher.find()) {
      action.accept(matcher);
    }
  }

  private static void addProviders(String code, int at, FactsBuilder facts) {
    int end = Math.min(code.length(), at + MAX_IMPORT_CHARS);
    Imports.addProviders(code.substring(at, end), facts.providers);
  }

  private static void addId(String expression, FactsBuilder facts) {
    Matcher constant = STRING.matcher(expression);
    if (constant.matches()) {
      facts.dagIds.add(constant.group(2));
    } else if (!expression.startsWith("*")) {
      facts.dagIdsDynamic = true;
    }
  }

  private static void addSchedule(String expression, FactsBuilder facts) {
    Matcher constant = STRING.matcher(expression);
    String text = constant.lookingAt() ? constant.group(2) : ExpressionText.of(expression).strip();
    facts.addSchedule(() -> text);
    if (!facts.scheduleSeen()) {
      facts.schedule(text.equals("None") ? null : text);
    }
  }

  private static void addOperator(String name, FactsBuilder facts) {
    facts.operators.add(name);
    facts.taskCount++;
  }

  private static void addDecorated(Matcher decorator, FactsBuilder facts) {
    String name = decorator.group(1);
    facts.taskflow |= !name.startsWith("dag.");
    boolean asset = name.startsWith("asset");
    if (name.equals("dag") || asset) {
      facts.dagIds.add(decorator.group(2));
    }
    if (asset || (name.startsWith("task") && !name.startsWith("task_group"))) {
      addOperator(name, facts);
      facts.taskIds.add(decorator.group(2));
    }
  }
}
