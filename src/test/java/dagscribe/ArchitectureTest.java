package dagscribe;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
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

  private static final String[] PURE = {
    "dagscribe.text..",
    "dagscribe.dag..",
    "dagscribe.prompt..",
    "dagscribe.limit..",
    "dagscribe.claude..",
    "dagscribe.cache..",
    "dagscribe.quota..",
    "dagscribe.report..",
    "dagscribe.estimate..",
    "dagscribe.progress..",
    "dagscribe.sim.."
  };

  private static final String TIME_ADAPTERS =
      "dagscribe\\.limit\\.Ticker|dagscribe\\..*\\.System\\w+";

  @Test
  void purePackages_knowNothingOfRunners() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.beam..", "org.apache.flink..")
        .check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource({
    "text,",
    "dag, text",
    "limit,",
    "cache,",
    "options,",
    "claude, limit",
    "quota, limit cache",
    "prompt, dag claude",
    "progress, generate claude limit"
  })
  void package_importsOfOursOnly(String name, @Nullable String others) {
    Stream<String> imports = others == null ? Stream.empty() : Stream.of(others.split(" "));
    String[] allowed =
        Stream.concat(Stream.of(name), imports)
            .map(other -> "dagscribe." + other + "..")
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage("dagscribe." + name + "..")
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("dagscribe..")).or(resideInAnyPackage(allowed)))
        .check(CLASSES);
  }

  @Test
  void pipelineOptions_areSeenByOptionsAndTheCommandLineOnly() {
    noClasses()
        .that(not(resideInAnyPackage("dagscribe", "dagscribe.options")))
        .should()
        .dependOnClassesThat(assignableTo(PipelineOptions.class))
        .check(CLASSES);
  }

  @Test
  void graph_seesNoPipelineOptions() {
    noClasses()
        .that()
        .haveFullyQualifiedName("dagscribe.Generate")
        .should()
        .dependOnClassesThat(assignableTo(PipelineOptions.class))
        .allowEmptyShould(true)
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
        .resideInAPackage("dagscribe.transforms..")
        .and()
        .areAssignableTo(DoFn.class)
        .should()
        .notBePublic()
        .allowEmptyShould(true)
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
