package dev.tapflow.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Random;
import java.util.UUID;

/** The same release, session, event and time give the same turn, and nothing else changes. */
@AnalyzeClasses(packages = "dev.tapflow", importOptions = DoNotIncludeTests.class)
class EngineIsPureTest {

  private static final String ENGINE = "dev.tapflow.engine..";

  @ArchTest
  static final ArchRule theEngineKnowsOnlyValues =
      classes()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ENGINE,
              "dev.tapflow.flow",
              "dev.tapflow.message..",
              "java.lang..",
              "java.math",
              "java.text",
              "java.time..",
              "java.util",
              "java.util.function",
              "java.util.regex",
              "java.util.stream",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule theEngineIsToldTheTime =
      noClasses()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .callMethodWhere(target(name("now")).and(target(owner(assignableTo(Temporal.class)))))
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule theEngineThrowsNoDice =
      noClasses()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class);
}
