package dev.tapflow.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What a room keeps to itself. */
@AnalyzeClasses(packages = "dev.tapflow", importOptions = DoNotIncludeTests.class)
class DoorsOfARoomTest {

  @ArchTest
  static final ArchRule entitiesStayInTheirRoom =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .bePackagePrivate()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule repositoriesStayInTheirRoom =
      classes()
          .that()
          .areAssignableTo(PanacheRepositoryBase.class)
          .should()
          .bePackagePrivate()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule wireClientsStayInTheirRoom =
      classes()
          .that()
          .areAnnotatedWith(RegisterRestClient.class)
          .or()
          .areInterfaces()
          .and()
          .areAnnotatedWith(Path.class)
          .should()
          .bePackagePrivate()
          .allowEmptyShould(true);
}
