package com.accordenergie.comment;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.comment.attachment.Attaching;
import com.accordenergie.comment.attachment.NewAttachment;
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
import org.springframework.data.repository.Repository;

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
            "comment and attachment know neither web nor broker nor SQL",
            noClasses()
                .that(HasName.Predicates.nameMatching(".*\\.(Comment|CommentBody|Intervention|Attachment|NewAttachment|Broken.*Domain)"))
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(
                        "org.springframework..", "jakarta.servlet..", "java.sql..", "tools.jackson.."))
                .because("their rules hold whoever asks and wherever they are kept"),
            "controllers ask, and never reach into the tables",
            noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat(
                    assignableTo(Repository.class)
                        .or(resideInAnyPackage("org.springframework.jdbc..", "jakarta.persistence..")))
                .because("rights are decided by those who comment, attach and read, and nowhere else"),
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
                            Columns.class,
                            Admission.class,
                            Admissions.class,
                            ChangeWindow.class,
                            ThreadEntries.class,
                            AttachmentKind.class,
                            AttachmentView.class,
                            StaffAttachment.class,
                            ClientAttachment.class,
                            Attaching.class,
                            NewAttachment.class)))
                .because("the demo and the attachments need these; everything else is free to change"),
            "the conversation does not rest on its attachments",
            noClasses()
                .that(resideInAnyPackage("com.accordenergie.comment", "..fixture"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("..attachment"))
                .because("what they share belongs to the conversation"),
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
