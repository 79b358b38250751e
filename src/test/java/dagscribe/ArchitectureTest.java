package dagscribe;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may import whom, and what only adapters may touch. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dagscribe");

  /** Who may know of Beam and Flink; all others are plain Java. */
  private static final String[] BEAM = {
    "dagscribe.cli..",
    "dagscribe.options..",
    "dagscribe.plan..",
    "dagscribe.graph..",
    "dagscribe.steps..",
    "dagscribe.runner..",
    "dagscribe.records..",
    "dagscribe.input..",
    "dagscribe.metrics.."
  };

  private static final String ROOT = "dagscribe";

  private static final String TIME_ADAPTERS =
      "dagscribe\\.limit\\.Ticker|dagscribe\\..*\\.System\\w+";

  @Test
  void allOthers_knowNothingOfRunners() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BEAM)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.beam..", "org.apache.flink..")
        .check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ". | cli progress runner",
        "cli | cache claude claude.sdk estimate generate graph options plan progress report runner sim source source.airflow steps totals worker",
        "sim | source.airflow",
        "plan | cache claude claude.environment delivery estimate generate graph input limit options prompt quota records report runner sim sizing steps totals worker",
        "runner | cache input options steps",
        "graph | estimate generate records report source steps totals",
        "steps | cache claude.environment delivery estimate generate input metrics progress quota records report source source.airflow source.airflow.grounding totals worker",
        "worker | cache claude claude.sdk delivery generate prompt sizing source totals",
        "quota | limit redis",
        "progress | claude generate limit text totals",
        "metrics | claude totals worker",
        "records | claude generate input source source.airflow source.airflow.grounding totals",
        "source.airflow.grounding | source.airflow text",
        "input |",
        "options | cache claude delivery input limit progress records redis sim source",
        "estimate | cache claude generate limit prompt sizing source totals",
        "generate | cache claude delivery limit prompt sizing source totals",
        "source | source.airflow",
        "source.airflow |",
        "sizing | claude delivery limit",
        "report | claude text totals",
        "prompt | text",
        "totals | claude",
        "claude.sdk | claude claude.environment delivery limit text",
        "delivery | cache claude limit prompt totals",
        "claude.environment |",
        "claude | limit text",
        "limit |",
        "text |",
        "cache | redis",
        "redis |"
      })
  void package_importsOfOursTheseOnly(String name, @Nullable String others) {
    Set<String> allowed = others == null ? Set.of() : Set.of(others.split(" "));
    assertThat(imports(name), is(new TreeSet<>(allowed)));
  }

  @Test
  void package_standsInTheTable() throws NoSuchMethodException {
    Set<String> inTable =
        Stream.of(
                ArchitectureTest.class
                    .getDeclaredMethod("package_importsOfOursTheseOnly", String.class, String.class)
                    .getAnnotation(CsvSource.class)
                    .value())
            .map(row -> row.substring(0, row.indexOf('|')).strip())
            .collect(toCollection(TreeSet::new));
    Set<String> inCode =
        CLASSES.stream().map(ArchitectureTest::packageOf).collect(toCollection(TreeSet::new));
    assertThat(inCode, is(inTable));
  }

  private static Set<String> imports(String name) {
    return CLASSES.stream()
        .filter(of -> packageOf(of).equals(name))
        .flatMap(of -> of.getDirectDependenciesFromSelf().stream())
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(of -> of.getPackageName().startsWith(ROOT))
        .map(ArchitectureTest::packageOf)
        .filter(other -> !other.equals(name))
        .collect(toCollection(TreeSet::new));
  }

  /** The package below the root; the root itself is a dot. */
  private static String packageOf(JavaClass of) {
    String below = of.getPackageName().substring(ROOT.length());
    return below.isEmpty() ? "." : below.substring(1);
  }

  @Test
  void pipelineOptions_areSeenByOptionsAndTheCommandLineOnly() {
    noClasses()
        .that(
            not(
                resideInAnyPackage(
                    "dagscribe.options", "dagscribe.runner", "dagscribe.plan", "dagscribe.cli")))
        .should()
        .dependOnClassesThat(assignableTo(PipelineOptions.class))
        .check(CLASSES);
  }

  @Test
  void anthropicsSdk_isSeenByItsAdapterOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dagscribe.claude.sdk")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.anthropic..")
        .check(CLASSES);
  }

  /**
   * JLine's terminals take the signals from whoever has them, and Ctrl-C would end a run at once.
   */
  @Test
  void terminals_areNeverOpened() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jline.terminal..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("me.tongfei.progressbar.TerminalUtils")
        .check(CLASSES);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("dagscribe.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void doFns_areDetailsOfTheirTransforms() {
    classes()
        .that()
        .resideInAPackage("dagscribe.steps..")
        .and()
        .areAssignableTo(DoFn.class)
        .should()
        .notBePublic()
        .check(CLASSES);
  }

  /** The only classes that touch the machine's time; they do nothing else. */
  @Test
  void timeSleepAndChance_areParameters() {
    classes()
        .that()
        .haveNameNotMatching(TIME_ADAPTERS)
        .should(touchNeitherTimeNorChance())
        .check(CLASSES);
  }

  private static ArchCondition<JavaClass> touchNeitherTimeNorChance() {
    Set<String> machine =
        Set.of(
            "java.lang.System.nanoTime()",
            "java.lang.System.currentTimeMillis()",
            "java.lang.Thread.sleep(long)",
            "java.time.Instant.now()",
            "java.lang.Math.random()");
    return new ArchCondition<>("touch neither time nor chance") {
      @Override
      public void check(JavaClass subject, ConditionEvents events) {
        Stream.concat(
                subject.getCodeUnitCallsFromSelf().stream(),
                subject.getCodeUnitReferencesFromSelf().stream())
            .filter(access -> machine.contains(access.getTarget().getFullName()))
            .map(JavaCodeUnitAccess::getDescription)
            .forEach(use -> events.add(SimpleConditionEvent.violated(subject, use)));
      }
    };
  }
}
