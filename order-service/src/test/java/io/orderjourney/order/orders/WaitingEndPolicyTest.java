package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingEndPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_REACHED, CONFIRMATION_CALL, UNREACHABLE",
        "NOT_REACHED, CREDIT_CALL, UNREACHABLE",
        "NOT_REACHED, CALLBACK,",
        "CONFIRMATION, CONFIRMATION_CALL, UNREACHABLE",
        "CREDIT_CHOICE, GOODS_HOLD, CREDIT_REFUSED",
        "COLLECTION, PICKUP_SLOT, NOT_COLLECTED",
        "DOCUMENTS_MISSING, CREDIT_CALL,",
        "SIGNING, SIGNING_APPOINTMENT,",
        "CUSTOMER_CHOICE, NEXT_UPDATE,"
    })
    void the_reason_for_waiting_says_how_it_ends(WaitingReason reason, String kind, JourneyEnd end) {
        assertThat(WaitingEndPolicy.endOf(reason, new PromiseKind(kind))).isEqualTo(Optional.ofNullable(end));
    }
}
