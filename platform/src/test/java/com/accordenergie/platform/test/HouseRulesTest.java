package com.accordenergie.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The platform keeps the rules of the house, and each rule would be noticed if it were broken. */
class HouseRulesTest {

  private static final String BROKEN = "com.accordenergie.platform.test.broken";

  @TestFactory
  Stream<DynamicTest> thePlatformKeepsThem() {
    return HouseRules.keptBelow("com.accordenergie.platform");
  }

  @TestFactory
  Stream<DynamicTest> brokenOnesAreNoticed() {
    JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);
    return HouseRules.below(BROKEN).entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(),
                    () -> assertThat(rule.getValue().evaluate(broken).hasViolation()).isTrue()));
  }
}
