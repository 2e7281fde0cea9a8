package io.orderjourney.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.orderjourney.architecture.Place.Layer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The code keeps every rule, and every rule looks at some code. */
class ArchitectureTest {

    static Stream<Arguments> rules() {
        return Code.rules().entrySet().stream().map(rule -> Arguments.of(Named.of(rule.getKey(), rule.getValue())));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_code_keeps_the_rule(ArchRule rule) {
        rule.check(Code.production());
    }

    @Test
    void tests_too_give_asynchronous_work_an_executor() {
        SafetyRules.ASYNCHRONOUS_WORK_HAS_AN_EXECUTOR.check(Code.tests());
    }

    @Test
    void every_module_is_compiled_so_that_the_rules_can_look_at_it() {
        assertThat(Code.notCompiled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "credit", "fulfillment", "notification"})
    void every_service_has_features_with_rules_use_cases_and_edges_to_look_at(String service) {
        Set<Layer> layers = Code.production().stream()
                .filter(type -> !Code.isPackageInfo(type))
                .map(Place::of)
                .flatMap(Optional::stream)
                .filter(place -> place.unit().equals(service))
                .map(Place::layer)
                .collect(Collectors.toSet());

        assertThat(layers).contains(Layer.ROOT, Layer.USECASE, Layer.REST, Layer.KAFKA, Layer.DB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contracts", "time", "messaging", "promises", "rest"})
    void every_library_has_classes_to_look_at(String library) {
        assertThat(Code.production().stream()
                        .filter(type -> !Code.isPackageInfo(type))
                        .map(Place::of)
                        .flatMap(Optional::stream)
                        .map(Place::unit))
                .contains(library);
    }

    /** The edges and use cases of a feature are what their names say; NullAway looks at every package of ours without being told. */
    @Test
    void every_feature_and_library_package_says_what_it_is_for() {
        Set<String> described = Code.production().stream()
                .filter(type -> Code.isPackageInfo(type) && type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        List<String> silent = Code.production().stream()
                .filter(type -> Place.of(type).filter(Place::isBelowFeature).isEmpty())
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> !described.contains(name))
                .sorted()
                .toList();

        assertThat(silent).as("packages without a @NullMarked package-info").isEmpty();
        assertThat(described).isNotEmpty();
    }

    @Test
    void every_exception_from_a_rule_names_something_that_exists_and_a_reason() {
        Set<String> classes = Code.production().stream().map(JavaClass::getName).collect(Collectors.toSet());
        Set<String> methods = Code.production().stream()
                .flatMap(type -> type.getMethods().stream())
                .map(SafetyRules::nameOf)
                .collect(Collectors.toSet());

        assertThat(Stream.of(NameRules.MEANT.keySet(), TimeRules.MEANS_REAL_TIME.keySet())
                        .flatMap(Set::stream)
                        .filter(name -> !classes.contains(name)))
                .as("exceptions for classes that do not exist")
                .isEmpty();
        assertThat(SafetyRules.OPEN_TO_ALL.keySet()).as("open methods").allMatch(methods::contains);
        assertThat(Stream.of(NameRules.MEANT, TimeRules.MEANS_REAL_TIME, SafetyRules.OPEN_TO_ALL)
                        .flatMap(exceptions -> exceptions.values().stream()))
                .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
    }
}
