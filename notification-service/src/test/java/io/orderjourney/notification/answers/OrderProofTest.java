package io.orderjourney.notification.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderProofTest {

    private static final CustomerContact ANA =
            new CustomerContact(UUID.randomUUID(), "Ana", "ana@example.com", "+48600700800", "pl", Channel.EMAIL, null);

    @ParameterizedTest
    @ValueSource(strings = {"ana@example.com", " Ana@Example.COM ", "+48 600 700 800", "0048600700800", "600-700-800"})
    void people_write_their_address_in_many_ways(String contact) {
        assertThat(new OrderProof("A-1", contact).isOf(ANA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.com", "ana@example", "00700800", "800", "600700801", "+49600700800", "", "@"})
    void another_address_or_a_part_of_one_proves_nothing(String contact) {
        assertThat(new OrderProof("A-1", contact).isOf(ANA)).isFalse();
    }
}
