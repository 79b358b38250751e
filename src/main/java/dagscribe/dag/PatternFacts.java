package dagscribe.dag;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Facts found by regular expressions, for sources that do not parse. Less exact than a syntax tree:
 * a name within a string is taken for code, names are not resolved, a text in a comment line is not
 * looked at. Every pattern takes time linear in the length of the source.
 */
final class PatternFacts {

  private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^[ \\t]*#.*$");
  private static final Pattern STRING = Pattern.compile("[rRuU]?(['\"])(.*?)\\1");
  private static final Pattern OPERATOR =
      Pattern.compile("(?<!class )\\b(\\w+(?:Operator|Sensor)(?:Async)?)(?:\\.partial)?\\(");
  private static final Pattern DAG =
      Pattern.compile("\\b\\w*(?:DAG|Dag)\\(\\s*+(?:dag_id\\s*+=\\s*+)?+([^\\s,)=]++)(?!\\s*+=)");
  private static final Pattern DECORATOR =
      Pattern.compile(
          "(?m)^[ \\t]*@((?:dag|task|task_group|asset|setup|teardown)\\b[\\w.]*+)"
              + "(?:[^\\n]*+\\n){1,30}?[ \\t]*+(?:async )?+def (\\w+)");
  private static final Pattern SCHEDULE =
      Pattern.compile(
          "\\b(?:schedule|schedule_interval|timetable)\\s*+=\\s*+"
              + "(['\"].*?['\"]|(?:[^,()\\n]++|\\([^()\\n]*+\\))++)");
  private static final Pattern TASK_ID =
      Pattern.compile("\\btask_id\\s*+=\\s*+(['\"])([^'\"\\n]*+)\\1");
  private static final Pattern DEPENDENCY =
      Pattern.compile("(?m)^[^\\n#'\"]*?(?:>>|<<|\\.set_(?:up|down)stream\\(|\\bchain\\()");
  private static final Pattern DOC =
      Pattern.compile("\\A\\s*+[rRuU]?(\"\"\"|''')(.*?)\\1", Pattern.DOTALL);

  private PatternFacts() {}

  static DagFacts of(String source) {
    String code = COMMENT_LINE.matcher(source).replaceAll("");
    FactsBuilder facts = new FactsBuilder();
    each(DAG, code, dag -> addId(dag.group(1), facts));
    each(SCHEDULE, code, schedule -> addSchedule(schedule.group(1), facts));
    each(OPERATOR, code, operator -> addOperator(operator.group(1), facts));
    each(DECORATOR, code, decorator -> addDecorated(decorator, facts));
    each(TASK_ID, code, id -> facts.taskIds.add(id.group(2)));
    each(DEPENDENCY, code, dependency -> facts.dependencyCount++);
    each(DOC, code, doc -> facts.docString(doc.group(2)));
    Imports.addProviders(code, facts.providers);
    return facts.build(source, false);
  }

  private static void each(Pattern pattern, String code, Consumer<Matcher> action) {
    Matcher matcher = pattern.matcher(code);
    while (matcher.find()) {
      action.accept(matcher);
    }
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
    facts.addSchedule(text);
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
    if (name.equals("dag")) {
      facts.dagIds.add(decorator.group(2));
    } else if (name.startsWith("task") && !name.startsWith("task_group")) {
      addOperator(name, facts);
      facts.taskIds.add(decorator.group(2));
    }
  }
}
