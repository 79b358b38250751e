package dagscribe.source.airflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the source of a DAG file says of itself, read without running it.
 *
 * @param dagIds DAG ids that are string constants, or the function's name under {@code @dag}, in
 *     order of appearance
 * @param dagIdsDynamic whether some id is computed
 * @param schedule the first {@code schedule}, {@code schedule_interval} or {@code timetable}
 *     argument: the text of a string constant, else the source of the expression; null without one
 * @param schedules what each DAG of the file says of when it runs, distinct, in order of
 *     appearance: the text of a string constant, {@code None}, or the source of the expression with
 *     the names in it that stand for constants resolved; empty text for a DAG that says nothing. At
 *     most {@value #MAX_SCHEDULES}, the last of which is {@value ExpressionText#CUT} if there are
 *     more
 * @param operators sorted distinct names of operators and sensors that are called, and of task
 *     decorators ({@code task}, {@code task.branch})
 * @param taskIds task ids that are string constants, and names of decorated task functions, in
 *     order of appearance
 * @param taskCount call sites of operators and sensors plus decorated task functions; loops are not
 *     unrolled
 * @param dependencyCount dependency statements between tasks: shift operators, {@code
 *     set_upstream}, {@code set_downstream}, {@code chain} and their like
 * @param providers sorted provider packages imported, such as {@code google} or {@code
 *     cncf.kubernetes}
 * @param taskflow whether TaskFlow decorators are used
 * @param docString the module's doc string, else the first {@code description} or {@code doc_md}
 *     constant; empty without one
 * @param lineCount lines of the source, ended by LF, CR LF or CR; the last may have no end
 * @param parsed false if the source does not parse and the facts come from regular expressions
 */
public record DagFacts(
    List<String> dagIds,
    boolean dagIdsDynamic,
    @Nullable String schedule,
    List<String> schedules,
    List<String> operators,
    List<String> taskIds,
    int taskCount,
    int dependencyCount,
    List<String> providers,
    boolean taskflow,
    String docString,
    int lineCount,
    boolean parsed) {

  static final int MAX_SCHEDULES = 20;

  public DagFacts {
    dagIds = List.copyOf(dagIds);
    schedules = List.copyOf(schedules);
    operators = List.copyOf(operators);
    taskIds = List.copyOf(taskIds);
    providers = List.copyOf(providers);
  }
}
