package com.accordenergie.comment;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.comment.fixture.BrokenRules;
import com.accordenergie.platform.test.HouseRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
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
          .importPackages("com.accordenergie.comment");

  private static final JavaClasses FIXTURE = new ClassFileImporter().importClasses(BrokenRules.all());

  static Stream<Arguments> rules() {
    return Map.<String, ArchRule>of(
            "clients' types know no staff's",
            noClasses()
                .that(simpleNameStartingWith("Client"))
                .should()
                .dependOnClassesThat(simpleNameStartingWith("Staff"))
                .because("a shape shared with staff could one day carry what is internal to a client"),
            "staff's types know no clients'",
            noClasses()
                .that(simpleNameStartingWith("Staff"))
                .should()
                .dependOnClassesThat(simpleNameStartingWith("Client"))
                .because("what staff read may grow without anybody asking what clients would see of it"),
            "the comment knows neither web nor broker nor SQL",
            noClasses()
                .that(HasName.Predicates.nameMatching(".*\\.(Comment|CommentBody|Intervention|Broken.*Domain)"))
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(
                        "org.springframework..", "jakarta.servlet..", "java.sql..", "tools.jackson.."))
                .because("the rules of a comment hold whoever asks and wherever it is kept"),
            "controllers ask, and never reach into the tables",
            noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat(
                    assignableTo(Comments.class)
                        .or(resideInAnyPackage("org.springframework.jdbc..", "jakarta.persistence..")))
                .because("rights are decided in Commenting and CommentReading, and nowhere else"),
            "what is seen from outside is chosen",
            classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should(
                    ArchCondition.from(
                        belongToAnyOf(
                            CommentServiceApplication.class,
                            Commenting.class,
                            CommentBody.class,
                            Visibility.class,
                            Columns.class)))
                .because("the demo needs these; everything else is free to change"),
            "nothing rests on the demo",
            noClasses()
                .that(not(resideInAnyPackage("..demo..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("..demo.."))
                .because("the service runs without its demo data"))
        .entrySet()
        .stream()
        .map(rule -> Arguments.of(rule.getKey(), rule.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void isKept(String name, ArchRule rule) {
    rule.check(SERVICE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void wouldBeNoticedIfBroken(String name, ArchRule rule) {
    assertThat(rule.allowEmptyShould(true).evaluate(FIXTURE).hasViolation()).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> theRulesOfTheHouseAreKept() {
    return HouseRules.keptBelow("com.accordenergie.comment");
  }
}
