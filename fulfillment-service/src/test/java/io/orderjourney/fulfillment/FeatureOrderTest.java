package io.orderjourney.fulfillment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Receiving stands on pickup, pickup on delivery, and both on supply; a call returns what follows instead of calling back. */
class FeatureOrderTest {

    private static final String SERVICE = "io.orderjourney.fulfillment";

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(SERVICE);

    @Test
    void features_depend_on_the_features_below_them_only() {
        nothingIn("masterdata", "points", "catalogue", "supply", "delivery", "pickup", "receiving", "desk")
                .check(service);
        nothingIn("points", "catalogue", "supply", "delivery", "pickup", "receiving", "desk")
                .check(service);
        nothingIn("catalogue", "points", "supply", "delivery", "pickup", "receiving", "desk")
                .check(service);
        nothingIn("contacts", "supply", "delivery", "pickup", "receiving", "desk")
                .check(service);
        nothingIn("supply", "stockalerts", "delivery", "pickup", "receiving", "desk")
                .check(service);
        nothingIn("stockalerts", "delivery", "pickup", "receiving", "desk").check(service);
        nothingIn("packing", "supply", "stockalerts", "delivery", "pickup", "receiving", "desk")
                .check(service);
        nothingIn("delivery", "pickup", "receiving", "desk").check(service);
        nothingIn("pickup", "receiving", "desk").check(service);
        nothingIn("receiving", "desk").check(service);
    }

    @Test
    void the_rule_finds_a_dependency() {
        assertThat(nothingIn("receiving", "supply").evaluate(service).hasViolation())
                .isTrue();
    }

    private static ArchRule nothingIn(String feature, String... above) {
        return noClasses()
                .that()
                .resideInAPackage(within(feature))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Stream.of(above).map(FeatureOrderTest::within).toArray(String[]::new));
    }

    private static String within(String feature) {
        return SERVICE + "." + feature + "..";
    }
}
