package io.orderjourney.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The few shapes that all rules here are made of. */
final class Conditions {

    private Conditions() {}

    /** Classes at a place of the layout. */
    static DescribedPredicate<JavaClass> at(String description, Predicate<Place> place) {
        return DescribedPredicate.describe(
                description, type -> Place.of(type).filter(place).isPresent());
    }

    /** Every class on which a class depends, in whatever way, is allowed. */
    static ArchCondition<JavaClass> dependOnlyOn(String description, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>("depend only on " + description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!target.isPrimitive() && !allowed.test(type, target)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** Whatever the function finds in a class is a violation, in its words. */
    static ArchCondition<JavaClass> haveNo(String description, Function<JavaClass, Stream<String>> violations) {
        return new ArchCondition<>("have no " + description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                violations.apply(type).forEach(violation -> events.add(SimpleConditionEvent.violated(type, violation)));
            }
        };
    }

    /** Calls and method references to methods and constructors, e.g. "java.time.Instant.now". */
    static ArchCondition<JavaClass> notCall(String description, BiPredicate<String, String> ownerAndName) {
        return haveNo(
                description,
                type -> type.getCodeUnitAccessesFromSelf().stream()
                        .filter(access -> ownerAndName.test(
                                access.getTargetOwner().getName(),
                                access.getTarget().getName()))
                        .map(access -> access.getDescription()));
    }

    static boolean isAnnotatedWithAny(JavaCodeUnit method, Iterable<String> annotations) {
        for (String annotation : annotations) {
            if (method.isAnnotatedWith(annotation)) {
                return true;
            }
        }
        return false;
    }
}
