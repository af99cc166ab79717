package com.accordenergie.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class StructureTest {

  private static final String FIXTURE = "com.accordenergie.platform.architecture.fixture";

  private final JavaClasses platform =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("com.accordenergie.platform");
  private final JavaClasses fixture = new ClassFileImporter().importPackages(FIXTURE);

  @Test
  void capabilitiesDoNotNeedEachOtherInCircles() {
    Structure.noCyclesBelow("com.accordenergie.platform").check(platform);
  }

  @Test
  void thereIsOneJackson() {
    Structure.oneJackson().check(platform);
  }

  @Test
  void theRulesCatchWhatBreaksThem() {
    assertThat(Structure.noCyclesBelow(FIXTURE).evaluate(fixture).hasViolation()).isTrue();
    assertThat(Structure.oneJackson().evaluate(fixture).hasViolation()).isTrue();
  }
}
