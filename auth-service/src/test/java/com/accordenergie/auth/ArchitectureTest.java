package com.accordenergie.auth;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.auth.fixture.BrokenRules;
import com.accordenergie.auth.password.Passwords;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The shape of this service; each rule is kept here and broken by a fixture. */
class ArchitectureTest {

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("com.accordenergie.auth");

  private static final JavaClasses FIXTURE = new ClassFileImporter().importClasses(BrokenRules.all());

  static Stream<Arguments> rules() {
    return Map.<String, ArchRule>of(
            "accounts and invitations know no web",
            noClasses()
                .that(HasName.Predicates.nameMatching(".*[.$](Account|Invitation|Person|Allowance)"))
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "jakarta.servlet..",
                        "tools.jackson.."))
                .because("who may log in does not depend on how they ask"),
            "time comes from the clock",
            noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .because("tests move the clock"),
            "passwords are hashed in one place",
            noClasses()
                .that(not(HasName.Predicates.name(Passwords.class.getName())))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Argon2PasswordEncoder.class)
                .because("only Passwords knows the parameters, and how many may run at once"),
            "one Jackson",
            noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson.databind.."))
                .because("Jackson 2 is here for Eureka's sake only; use tools.jackson"),
            "no field is injected",
            fields()
                .should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .because("a constructor shows what a class needs"),
            "controllers are nobody's to call",
            classes()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .notBePublic()
                .because("the edge of a feature is its own affair"))
        .entrySet()
        .stream()
        .map(rule -> Arguments.of(rule.getKey(), rule.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theServiceKeepsTheRule(String name, ArchRule rule) {
    rule.check(SERVICE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theFixtureBreaksTheRule(String name, ArchRule rule) {
    assertThat(rule.evaluate(FIXTURE).hasViolation()).isTrue();
  }

  @Test
  void featuresDependOnEachOtherInOneDirection() {
    slices().matching("com.accordenergie.auth.(*)..").should().beFreeOfCycles().check(SERVICE);
  }
}
