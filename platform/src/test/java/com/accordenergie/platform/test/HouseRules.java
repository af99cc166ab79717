package com.accordenergie.platform.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Role;
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
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How every service of the suite is built, and why. What a service asks of itself besides is in a test
 * of its own.
 */
public final class HouseRules {

  private static final String OF_PARTNERS = "/api/v1/partner";

  private HouseRules() {}

  /** One test for each rule, over the main classes below this package. */
  public static Stream<DynamicTest> keptBelow(String root) {
    JavaClasses service =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
    return below(root).entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(service)));
  }

  static Map<String, ArchRule> below(String root) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "features do not go in circles",
        slices()
            .matching(root + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature that needs one which needs it back is one feature")
            .allowEmptyShould(true));
    rules.put(
        "one Jackson",
        noClasses()
            .that()
            .resideOutsideOfPackage("com.accordenergie.platform.openapi..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..")
            .because(
                "Jackson 2 is here for the registry's client and the API's describer only; ours is"
                    + " tools.jackson"));
    rules.put(
        "time comes from the clock",
        noClasses()
            .that(not(program().or(clockMaker())))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("tests move the clock, and the demo tells of the past"));
    rules.put(
        "no field is injected",
        fields()
            .should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .andShould()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .because("a constructor shows what a class needs"));
    rules.put(
        "controllers are hidden",
        classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate()
            .because("nobody but Spring calls a controller; share a use case instead")
            .allowEmptyShould(true));
    rules.put(
        "every route says whom it is for",
        methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .and(belongToTheApi())
            .should(sayWhomTheyAreFor())
            .because("a route without @AllowedTo answers 403 to everybody")
            .allowEmptyShould(true));
    rules.put(
        "partners have routes of their own",
        methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .and(belongToTheApi())
            .should(beForPartnersOrForPeople())
            .because("a program of another company is answered 403 everywhere but there, and people there")
            .allowEmptyShould(true));
    return rules;
  }

  private static DescribedPredicate<JavaClass> program() {
    return describe("programs", type -> type.tryGetMethod("main", String[].class).isPresent());
  }

  private static DescribedPredicate<JavaClass> clockMaker() {
    return describe(
        "the maker of the clock",
        type ->
            type.getMethods().stream()
                .anyMatch(method -> method.getRawReturnType().isEquivalentTo(Clock.class)));
  }

  private static DescribedPredicate<JavaMethod> belongToTheApi() {
    return describe(
        "belong to the API",
        method -> paths(method).anyMatch(path -> path.startsWith("/api/")));
  }

  /** Those of the class and of the method, each as it is written. */
  private static Stream<String> paths(JavaMethod method) {
    return Stream.of(method.reflect(), method.getOwner().reflect())
        .map(place -> AnnotatedElementUtils.findMergedAnnotation(place, RequestMapping.class))
        .filter(Objects::nonNull)
        .flatMap(mapping -> Stream.of(mapping.path()));
  }

  private static ArchCondition<JavaMethod> beForPartnersOrForPeople() {
    return new ArchCondition<>("be for partners alone below /api/v1/partner, for people elsewhere") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean forPartners = rolesOf(method).anyMatch(Role.PARTNER::equals);
        boolean forPeople = rolesOf(method).anyMatch(Role.OF_PEOPLE::contains);
        boolean theirs =
            paths(method)
                .anyMatch(path -> path.equals(OF_PARTNERS) || path.startsWith(OF_PARTNERS + "/"));
        boolean kept = theirs ? !forPeople : !forPartners;
        events.add(new SimpleConditionEvent(method, kept, method.getFullName()));
      }
    };
  }

  private static Stream<Role> rolesOf(JavaMethod method) {
    return Stream.of(method.reflect(), method.getOwner().reflect())
        .map(place -> AnnotatedElementUtils.findMergedAnnotation(place, AllowedTo.class))
        .filter(Objects::nonNull)
        .findFirst()
        .stream()
        .flatMap(allowed -> Stream.of(allowed.value()));
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
