package com.accordenergie.auth;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.auth.fixture.BrokenRules;
import com.accordenergie.auth.password.Passwords;
import com.accordenergie.platform.test.HouseRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
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
            "passwords are hashed in one place",
            noClasses()
                .that(not(HasName.Predicates.name(Passwords.class.getName())))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Argon2PasswordEncoder.class)
                .because("only Passwords knows the parameters, and how many may run at once"))
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

  @TestFactory
  Stream<DynamicTest> theRulesOfTheHouseAreKept() {
    return HouseRules.keptBelow("com.accordenergie.auth");
  }
}
