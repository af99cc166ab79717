package com.accordenergie.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.HouseRules;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
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

/** The shape of the gateway; each rule is kept here and broken by the classes of {@code broken}. */
class ArchitectureTest {

  private static final JavaClasses GATEWAY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("com.accordenergie.gateway");

  private static final JavaClasses BROKEN =
      new ClassFileImporter().importPackages("com.accordenergie.gateway.broken");

  static Stream<Arguments> rules() {
    return Map.<String, ArchRule>of(
            "it keeps nothing",
            noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "jakarta.persistence..", "org.springframework.amqp..")
                .because("a gateway with a database or a broker is down when they are"),
            "services are asked through the package upstream",
            noClasses()
                .that()
                .resideOutsideOfPackage("..upstream..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web.client..", "org.apache.hc..", "java.net.http..")
                .because("only there every wait has a bound and a second try its conditions"),
            "OAuth's messages do not send themselves",
            noClasses()
                .should()
                .callMethod(HTTPRequest.class, "send")
                .because("they would open connections of their own, without bounds"))
        .entrySet()
        .stream()
        .map(rule -> Arguments.of(rule.getKey(), rule.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void isKept(String name, ArchRule rule) {
    rule.check(GATEWAY);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void wouldBeNoticedIfBroken(String name, ArchRule rule) {
    assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> theRulesOfTheHouseAreKept() {
    return HouseRules.keptBelow("com.accordenergie.gateway");
  }
}
