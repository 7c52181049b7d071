package dev.tapflow.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.quarkus.narayana.jta.TransactionRunner;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.net.http.HttpClient;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Inside a transaction nothing but the database is touched. */
@AnalyzeClasses(packages = "dev.tapflow", importOptions = DoNotIncludeTests.class)
class TransactionsTest {

  @ArchTest
  static void noCallLeavesTheMachine(JavaClasses classes) {
    noWireClientIsReached().check(classes);
  }

  private static ArchRule noWireClientIsReached() {
    return ArchRuleDefinition.methods()
        .that(areTransactional())
        .should(notReachAWireClient())
        .allowEmptyShould(true);
  }

  /** By annotation, or by opening a transaction themselves. */
  private static DescribedPredicate<JavaMethod> areTransactional() {
    return DescribedPredicate.describe(
        "are transactional",
        method ->
            method.isAnnotatedWith(Transactional.class)
                || method.getOwner().isAnnotatedWith(Transactional.class)
                || method.getMethodCallsFromSelf().stream()
                    .anyMatch(
                        call -> call.getTargetOwner().isAssignableTo(TransactionRunner.class)));
  }

  private static ArchCondition<JavaMethod> notReachAWireClient() {
    return new ArchCondition<>("not reach a wire client") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        reachableFrom(method).stream()
            .filter(reached -> isWireClient(reached.getOwner()))
            .forEach(
                reached ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method,
                            "%s reaches %s"
                                .formatted(method.getFullName(), reached.getFullName()))));
      }
    };
  }

  private static boolean isWireClient(JavaClass owner) {
    return owner.isAnnotatedWith(RegisterRestClient.class)
        || (owner.isInterface() && owner.isAnnotatedWith(Path.class))
        || owner.isAssignableTo(HttpClient.class)
        || owner.isAssignableTo(io.vertx.core.http.HttpClient.class);
  }

  private static Set<JavaCodeUnit> reachableFrom(JavaCodeUnit start) {
    Set<JavaCodeUnit> reached = new HashSet<>();
    var next = new ArrayDeque<JavaCodeUnit>(Set.of(start));
    while (!next.isEmpty()) {
      calledBy(next.remove()).filter(reached::add).forEach(next::add);
    }
    return reached;
  }

  private static Stream<JavaCodeUnit> calledBy(JavaCodeUnit caller) {
    return caller.getCallsFromSelf().stream()
        .flatMap(call -> call.getTarget().resolveMember().stream())
        .filter(JavaCodeUnit.class::isInstance)
        .map(JavaCodeUnit.class::cast)
        .flatMap(TransactionsTest::andWhatMayStandBehindIt);
  }

  /** A call of an interface of ours is a call of whatever implements it. */
  private static Stream<JavaCodeUnit> andWhatMayStandBehindIt(JavaCodeUnit called) {
    if (!called.getOwner().getPackageName().startsWith("dev.tapflow")) {
      return Stream.of(called);
    }
    var parameters =
        called.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    return Stream.concat(
        Stream.of(called),
        called.getOwner().getAllSubclasses().stream()
            .flatMap(type -> type.tryGetMethod(called.getName(), parameters).stream()));
  }
}
