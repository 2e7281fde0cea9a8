package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.WaitingReason;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingEndPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_REACHED, UNREACHABLE",
        "CREDIT_CHOICE, CREDIT_REFUSED",
        "COLLECTION, NOT_COLLECTED",
        "DOCUMENTS_MISSING,",
        "SIGNING,",
        "CUSTOMER_CHOICE,"
    })
    void the_reason_for_waiting_says_how_it_ends(WaitingReason reason, JourneyEnd end) {
        assertThat(WaitingEndPolicy.endOf(reason)).isEqualTo(Optional.ofNullable(end));
    }
}
