package com.accordenergie.intervention;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.intervention.fixture.BrokenRules;
import com.accordenergie.platform.test.HouseRules;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
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

/** The shape of this service; each rule is kept here and broken by a fixture. */
class ArchitectureTest {

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("com.accordenergie.intervention");

  private static final JavaClasses FIXTURE = new ClassFileImporter().importClasses(BrokenRules.all());

  /** The work, the lists, the planning: all that would be the same behind another front. */
  private static final DescribedPredicate<JavaClass> THE_MIDDLE =
      describe(
          "the middle",
          type ->
              !type.getPackageName().contains(".web")
                  && !type.getPackageName().contains(".messaging")
                  && !type.getPackageName().endsWith(".listing")
                  && !type.getSimpleName().equals("CommentService"));

  static Stream<Arguments> rules() {
    return Map.<String, ArchRule>of(
            "the middle knows neither web nor broker",
            noClasses()
                .that(THE_MIDDLE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    "com.accordenergie.intervention..web..",
                    "com.accordenergie.intervention..messaging..",
                    "com.accordenergie.platform.messaging..",
                    "org.springframework.web..",
                    "org.springframework.amqp..",
                    "jakarta.servlet..")
                .because("the rules of the trade hold whoever asks and whoever is told"),
            "the verbs of an intervention are its use cases' alone",
            noMethods()
                .that()
                .areDeclaredInClassesThat(describe("Intervention", ArchitectureTest::isIntervention))
                .and()
                .haveRawReturnType(void.class)
                .should()
                .bePublic()
                .because("who changes it from elsewhere goes past the rules, the history and the event"),
            "nothing rests on the demo or the volume generator",
            noClasses()
                .that()
                .resideOutsideOfPackages("..demo..", "..volume..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..demo..", "..volume..")
                .because("the service runs without what fills it for show"))
        .entrySet()
        .stream()
        .map(rule -> Arguments.of(rule.getKey(), rule.getValue()));
  }

  private static boolean isIntervention(JavaClass type) {
    return type.getSimpleName().equals("Intervention");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void isKept(String name, ArchRule rule) {
    rule.check(SERVICE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void wouldBeNoticedIfBroken(String name, ArchRule rule) {
    assertThat(rule.evaluate(FIXTURE).hasViolation()).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> theRulesOfTheHouseAreKept() {
    return HouseRules.keptBelow("com.accordenergie.intervention");
  }
}
