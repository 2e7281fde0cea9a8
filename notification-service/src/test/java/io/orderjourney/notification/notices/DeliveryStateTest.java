package io.orderjourney.notification.notices;

import static io.orderjourney.notification.notices.DeliveryState.ATTEMPT_STARTED;
import static io.orderjourney.notification.notices.DeliveryState.DELIVERED;
import static io.orderjourney.notification.notices.DeliveryState.PLANNED;
import static io.orderjourney.notification.notices.DeliveryState.REJECTED;
import static io.orderjourney.notification.notices.DeliveryState.SUPPRESSED;
import static io.orderjourney.notification.notices.DeliveryState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryStateTest {

    /** The whole table, written down a second time on purpose. */
    private static final Map<DeliveryState, Set<DeliveryState>> ALLOWED = Map.of(
            PLANNED, Set.of(ATTEMPT_STARTED, SUPPRESSED, REJECTED),
            ATTEMPT_STARTED, Set.of(PLANNED, DELIVERED, REJECTED, UNKNOWN, SUPPRESSED),
            UNKNOWN, Set.of(ATTEMPT_STARTED, DELIVERED, REJECTED),
            DELIVERED, Set.of(),
            REJECTED, Set.of(),
            SUPPRESSED, Set.of());

    static Stream<Arguments> every_pair() {
        return Stream.of(DeliveryState.values())
                .flatMap(from -> Stream.of(DeliveryState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("every_pair")
    void a_forbidden_transition_is_refused_naming_both_states(DeliveryState from, DeliveryState to) {
        if (ALLOWED.get(from).contains(to)) {
            assertThat(from.to(to)).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> from.to(to))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll(from.name(), to.name());
        }
        assertThat(from.isFinal()).isEqualTo(ALLOWED.get(from).isEmpty());
    }
}
