package dev.tapflow.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rooms and the doors between them, as docs/architecture.md draws them. */
@AnalyzeClasses(packages = "dev.tapflow", importOptions = DoNotIncludeTests.class)
class RoomsTest {

  private static final String ALL = "";

  /** Which rooms a room may use, besides itself. The console and operations see everybody. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("message", List.of()),
          Map.entry("flow", List.of("message")),
          Map.entry("engine", List.of("message", "flow")),
          Map.entry("database", List.of()),
          Map.entry("inbox", List.of("message", "start", "database")),
          Map.entry("webhook", List.of("message", "inbox", "outbox", "start")),
          Map.entry(
              "conversation",
              List.of("message", "flow", "engine", "inbox", "outbox", "start", "database")),
          Map.entry("outbox", List.of("message", "channel", "desk", "inbox", "start", "database")),
          Map.entry("channel", List.of("message", "start")),
          Map.entry("desk", List.of("message", "start")),
          Map.entry("sandbox", List.of()),
          Map.entry("cli", List.of("message", "flow", "engine", "rehearsal", "graph")),
          Map.entry("graph", List.of("message", "flow")),
          Map.entry("rehearsal", List.of("message", "flow", "engine")),
          Map.entry("start", List.of()),
          Map.entry("door", List.of("start")),
          Map.entry("console", List.of(ALL)),
          Map.entry("operations", List.of(ALL)));

  @ArchTest
  static void aRoomUsesOnlyTheRoomsItMay(JavaClasses classes) {
    MAY_USE.forEach((room, others) -> usesOnly(room, others).check(classes));
  }

  @ArchTest
  static final ArchRule everyClassHasARoom =
      classes()
          .that()
          .resideInAPackage("dev.tapflow..")
          .should()
          .resideInAnyPackage(
              Stream.concat(
                      Stream.of("dev.tapflow"), MAY_USE.keySet().stream().map(RoomsTest::inside))
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule noRoomCanBeReachedFromItself =
      slices().matching("dev.tapflow.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noPackageCanBeReachedFromItself =
      slices().matching("dev.tapflow.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule aFlowKnowsNothingOfHowItIsWritten =
      noClasses()
          .that()
          .resideInAPackage("dev.tapflow.flow")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.tapflow.flow.*..");

  @ArchTest
  static final ArchRule wordsAreMadeOfNothingElse =
      classes()
          .that()
          .resideInAPackage("dev.tapflow.message..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.tapflow.message..", "java..", "org.jspecify.annotations");

  private static ArchRule usesOnly(String room, List<String> others) {
    var allowed =
        Stream.concat(Stream.of(room), others.stream())
            .map(RoomsTest::inside)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(inside(room))
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.tapflow..").and(not(resideInAnyPackage(allowed))))
        .allowEmptyShould(true);
  }

  private static String inside(String room) {
    return room.equals(ALL) ? "dev.tapflow.." : "dev.tapflow." + room + "..";
  }
}
