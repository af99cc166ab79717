package com.accordenergie.user.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.HouseRules;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How this service is built, and why. */
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
                  && !type.getPackageName().contains(".messaging")
                  && !type.getPackageName().contains(".stream"));

  static final ArchRule DOMAIN_KNOWS_NO_EDGE =
      noClasses()
          .that(IN_THE_MIDDLE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.accordenergie.user..web..",
              "com.accordenergie.user..messaging..",
              "com.accordenergie.user..stream..",
              "com.accordenergie.platform.messaging..",
              "org.springframework.web..",
              "org.springframework.amqp..",
              "jakarta.servlet..")
          .because(
              "what a person or a client is does not depend on how it is asked for or told of;"
                  + " declare an interface and implement it in web or messaging");

  @Test
  void theDomainKnowsNoEdge() {
    DOMAIN_KNOWS_NO_EDGE.check(SERVICE);
  }

  @Test
  void wouldBeNoticedIfBroken() {
    assertThat(DOMAIN_KNOWS_NO_EDGE.evaluate(FIXTURE).hasViolation()).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> theRulesOfTheHouseAreKept() {
    return HouseRules.keptBelow("com.accordenergie.user");
  }
}
