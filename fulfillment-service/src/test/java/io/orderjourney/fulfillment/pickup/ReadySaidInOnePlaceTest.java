package io.orderjourney.fulfillment.pickup;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.orderjourney.contracts.fulfillment.ReadyForPickup;
import org.junit.jupiter.api.Test;

/** Invariant 7: no endpoint and no handler can say "ready", because only the board of gates can make that fact. */
class ReadySaidInOnePlaceTest {

    private static final ArchRule ONLY_THE_GATE_BOARD_SAYS_READY = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(GateBoard.class.getName())
            .should()
            .callConstructorWhere(target(owner(equivalentTo(ReadyForPickup.class))));

    @Test
    void only_the_gate_board_says_ready() {
        JavaClasses service = new ClassFileImporter().importPackages("io.orderjourney.fulfillment");

        ONLY_THE_GATE_BOARD_SAYS_READY.check(service.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                "are no tests", type -> !type.getName().startsWith(ReadySaidInOnePlaceTest.class.getName()))));
    }

    @Test
    void the_rule_finds_somebody_who_says_it_without_looking_at_the_gates() {
        JavaClasses planted = new ClassFileImporter().importClasses(Liar.class);

        assertThat(ONLY_THE_GATE_BOARD_SAYS_READY.evaluate(planted).hasViolation())
                .isTrue();
    }

    /** Says "ready" without looking. */
    static final class Liar {
        ReadyForPickup lie() {
            return new ReadyForPickup("WAW-01", 1, java.util.List.of(), java.time.Instant.EPOCH);
        }
    }
}
