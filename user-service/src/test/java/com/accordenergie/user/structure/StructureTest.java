package com.accordenergie.user.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.user.web.AllowedTo;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How this service is built, and why. Each rule is broken by something in the fixture. */
class StructureTest {

  private static final String ROOT = "com.accordenergie.user";

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final JavaClasses FIXTURE =
      new ClassFileImporter().importPackages(ROOT + ".structure.fixture");

  private static final DescribedPredicate<JavaClass> IN_THE_MIDDLE =
      DescribedPredicate.describe(
          "classes in the middle",
          type ->
              type.getPackageName().startsWith(ROOT + ".")
                  && !type.getPackageName().contains(".web")
                  && !type.getPackageName().contains(".messaging"));

  static final ArchRule DOMAIN_KNOWS_NO_EDGE =
      noClasses()
          .that(IN_THE_MIDDLE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.accordenergie.user..web..",
              "com.accordenergie.user..messaging..",
              "com.accordenergie.platform.messaging..",
              "org.springframework.web..",
              "org.springframework.amqp..",
              "jakarta.servlet..")
          .because(
              "what a person or a client is does not depend on how it is asked for or told of;"
                  + " declare an interface and implement it in web or messaging");

  static final ArchRule CONTROLLERS_ARE_HIDDEN =
      classes()
          .that()
          .areAnnotatedWith(RestController.class)
          .should()
          .bePackagePrivate()
          .andShould()
          .resideInAPackage("..web")
          .because("nobody but Spring calls a controller; share a use case instead");

  static final ArchRule EVERY_ROUTE_SAYS_WHOM_IT_IS_FOR =
      methods()
          .that()
          .areMetaAnnotatedWith(RequestMapping.class)
          .should(sayWhomTheyAreFor())
          .because("a route without @AllowedTo answers 403 to everybody");

  static final ArchRule ONE_JACKSON =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind..")
          .because("Eureka brings Jackson 2 along; ours is tools.jackson");

  static Stream<ArchRule> rules() {
    return Stream.of(
        DOMAIN_KNOWS_NO_EDGE, CONTROLLERS_ARE_HIDDEN, EVERY_ROUTE_SAYS_WHOM_IT_IS_FOR, ONE_JACKSON);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theServiceKeepsTheRule(ArchRule rule) {
    rule.check(SERVICE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theFixtureBreaksTheRule(ArchRule rule) {
    assertThat(rule.evaluate(FIXTURE).hasViolation()).isTrue();
  }

  @Test
  void featuresDoNotGoInCircles() {
    slices()
        .matching("com.accordenergie.user.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a feature that needs one which needs it back is one feature")
        .check(SERVICE);
  }

  private static ArchCondition<JavaMethod> sayWhomTheyAreFor() {
    return new ArchCondition<>("say whom they are for") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean says =
            method.isAnnotatedWith(AllowedTo.class)
                || method.getOwner().isAnnotatedWith(AllowedTo.class);
        events.add(new SimpleConditionEvent(method, says, method.getFullName()));
      }
    };
  }
}
