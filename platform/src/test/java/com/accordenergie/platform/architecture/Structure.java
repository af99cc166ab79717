package com.accordenergie.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/** Rules of structure, each with its reason. */
final class Structure {

  private Structure() {}

  static ArchRule noCyclesBelow(String root) {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a capability that needs another one back cannot be understood or moved alone");
  }

  static ArchRule oneJackson() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson.databind..")
        .because("the registry's client brings Jackson 2 along; ours is Jackson 3, tools.jackson");
  }
}
