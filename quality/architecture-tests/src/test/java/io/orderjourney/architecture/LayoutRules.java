package io.orderjourney.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.orderjourney.architecture.Conditions.at;
import static io.orderjourney.architecture.Conditions.dependOnlyOn;
import static io.orderjourney.architecture.Conditions.haveNo;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.orderjourney.architecture.Place.Layer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Package by feature: rules at the root, the transaction beside them, the edges below, and none of the edges knows another. */
final class LayoutRules {

    /** Java's own packages that are a database, a network or a screen: not for rules. */
    private static final List<String> NOT_FOR_RULES = List.of("java.sql", "java.net.http", "java.rmi", "java.awt");

    private static final Set<String> CLOCKS = Set.of(
            "io.orderjourney.time.BusinessClock",
            "io.orderjourney.time.DatabaseClock",
            "io.orderjourney.time.SettableClock",
            "java.time.Clock",
            "java.time.InstantSource");

    /** What a transaction may be written with, besides rules. */
    private static final List<String> FOR_USE_CASES = List.of(
            "java",
            "jakarta.annotation",
            "jakarta.enterprise",
            "jakarta.inject",
            "jakarta.transaction",
            "org.eclipse.microprofile.config",
            "org.jboss.logging",
            "org.jspecify.annotations",
            "io.quarkus.arc",
            "io.quarkus.narayana.jta",
            "io.quarkus.runtime", // when a loop starts and stops with its process
            "io.micrometer.core",
            "com.fasterxml.uuid",
            "io.orderjourney.contracts",
            "io.orderjourney.messaging",
            "io.orderjourney.time");

    /** Names of layers and drawers: a feature is named by the domain. */
    private static final Set<String> NO_FEATURES = Set.of(
            "usecase",
            "rest",
            "http",
            "kafka",
            "db",
            "console",
            "api",
            "domain",
            "model",
            "entity",
            "dto",
            "mapping",
            "service",
            "services",
            "repository",
            "util",
            "utils",
            "common",
            "shared",
            "helper",
            "impl",
            "base",
            "core",
            "misc");

    static final ArchRule RULES_KNOW_ONLY_JAVA_AND_RULES = classes()
            .that(at("are rules (the root of a feature)", place -> place.isLaidOut() && place.layer() == Layer.ROOT))
            .should(dependOnlyOn(
                    "java.*, contracts, business time, promises and rules of the same service",
                    LayoutRules::isForRules))
            .because("a rule must be readable and testable without a framework, a database or a broker");

    static final ArchRule RULES_GET_TIME_AS_AN_ARGUMENT = classes()
            .that(at("are rules (the root of a feature)", place -> place.isLaidOut() && place.layer() == Layer.ROOT))
            .should(dependOnlyOn(
                    "an Instant they are given, not on a clock", (type, target) -> !CLOCKS.contains(target.getName())))
            .because("a rule that asks a clock cannot be tested one millisecond either side of a limit");

    static final ArchRule USE_CASES_KNOW_NO_EDGE = classes()
            .that(at("are use cases", place -> place.isLaidOut() && place.layer() == Layer.USECASE))
            .should(dependOnlyOn(
                    "rules, other use cases, the journey log, promises, transactions and injection",
                    LayoutRules::isForUseCases))
            .because(
                    "what happens in one transaction must not depend on where the wish came from or where it is stored");

    static final ArchRule EDGES_DO_NOT_KNOW_EACH_OTHER = classes()
            .that(at(
                    "are at an edge",
                    place -> place.isLaidOut() && place.layer().isEdge()))
            .should(dependOnlyOn("their own edge, use cases and rules", LayoutRules::isNoOtherEdge))
            .because("REST, Kafka, the database, the console and a partner's protocol change for different reasons");

    static final ArchRule FEATURES_HAVE_NO_CYCLES = slices().assignedFrom(new Features())
            .should()
            .beFreeOfCycles()
            .because("features that need each other are one feature, and nobody can read one of them alone");

    static final ArchRule SERVICES_DO_NOT_KNOW_EACH_OTHER = classes()
            .that(at("belong to a service", Place::isService))
            .should(dependOnlyOn("their own service and the libraries", LayoutRules::isNoOtherService))
            .because("services learn from each other's events only");

    static final ArchRule LIBRARIES_KNOW_NO_SERVICE = classes()
            .that(at("belong to a library", Place::isLibrary))
            .should(dependOnlyOn(
                    "libraries",
                    (type, target) -> Place.of(target).map(Place::isLibrary).orElse(true)))
            .because("a library that knows its users is not one");

    static final ArchRule A_SERVICE_IS_PACKAGED_BY_FEATURE = classes()
            .that(at("belong to a service or the promise book", Place::isLaidOut))
            .should(haveNo(
                    "place outside feature, usecase and the edges rest, kafka, db, console, http, email, sms, text",
                    LayoutRules::misplaced))
            .because("a reader looks for the domain's words first and for technology second");

    private LayoutRules() {}

    /** A slice for each feature of each service; what a whole service shares belongs to none. */
    private static final class Features implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return Place.of(type)
                    .filter(place -> place.isService() && !place.feature().isEmpty())
                    .map(place -> SliceIdentifier.of(place.unit(), place.feature()))
                    .orElse(SliceIdentifier.ignore());
        }

        @Override
        public String getDescription() {
            return "the features of each service";
        }
    }

    private static boolean isForRules(JavaClass type, JavaClass target) {
        String packageName = target.getPackageName();
        if (isIn(packageName, List.of("java", "javax.crypto"))) {
            return !isIn(packageName, NOT_FOR_RULES);
        }
        if (isIn(
                packageName,
                List.of("org.jspecify.annotations", "io.orderjourney.contracts", "io.orderjourney.time"))) {
            return true;
        }
        return isRuleOf(type, target) || isPromiseRule(target);
    }

    private static boolean isForUseCases(JavaClass type, JavaClass target) {
        if (isIn(target.getPackageName(), FOR_USE_CASES)) {
            return !isIn(target.getPackageName(), NOT_FOR_RULES);
        }
        return isRuleOf(type, target)
                || isPromiseRule(target)
                || lives(
                        target,
                        place -> place.layer() == Layer.USECASE && (place.isPromiseBook() || isSameUnit(type, place)));
    }

    private static boolean isNoOtherEdge(JavaClass type, JavaClass target) {
        Layer own = Place.of(type).map(Place::layer).orElseThrow();
        return !lives(target, place -> place.isLaidOut() && place.layer().isEdge() && place.layer() != own);
    }

    private static boolean isNoOtherService(JavaClass type, JavaClass target) {
        Optional<Place> place = Place.of(target);
        return place.isEmpty() || isSameUnit(type, place.get()) || place.get().isLibrary();
    }

    private static Stream<String> misplaced(JavaClass type) {
        Place place = Place.of(type).orElseThrow();
        if (place.layer() == Layer.ELSEWHERE || NO_FEATURES.contains(place.feature())) {
            return Stream.of(type.getName() + " lives in " + type.getPackageName());
        }
        return Stream.empty();
    }

    private static boolean isRuleOf(JavaClass type, JavaClass target) {
        return lives(target, place -> place.layer() == Layer.ROOT && isSameUnit(type, place));
    }

    private static boolean isPromiseRule(JavaClass target) {
        return lives(target, place -> place.isPromiseBook() && place.layer() == Layer.ROOT);
    }

    private static boolean isSameUnit(JavaClass type, Place place) {
        return Place.of(type).map(Place::unit).filter(place.unit()::equals).isPresent();
    }

    private static boolean lives(JavaClass type, Predicate<Place> condition) {
        return Place.of(type).filter(condition).isPresent();
    }

    private static boolean isIn(String packageName, List<String> roots) {
        return roots.stream().anyMatch(root -> packageName.equals(root) || packageName.startsWith(root + "."));
    }
}
