package io.orderjourney.order.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactPolicyTest {

    private static final String MAIL = "jan@example.com";
    private static final String PHONE = "+48501234567";

    private static CustomerContact contact(String email, String phone, Channel preferred, String zone) {
        return ContactPolicy.contact(UUID.randomUUID(), "Jan", email, phone, "pl", preferred, zone);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "jan@example.com, +48501234567, -, EMAIL",
                "jan@example.com, -, -, EMAIL",
                "-, +48501234567, -, SMS",
                "jan@example.com, +48501234567, SMS, SMS",
                "-, +48501234567, CALL, CALL"
            })
    void the_channel_is_the_preferred_one_or_the_written_one_that_exists(
            String email, String phone, Channel preferred, Channel expected) {
        assertThat(contact(email, phone, preferred, null).preferredChannel()).isEqualTo(expected);
    }

    @Test
    void a_customer_whom_nobody_can_reach_is_refused() {
        assertThatThrownBy(() -> contact(null, null, null, null))
                .isInstanceOfSatisfying(
                        ContactRefused.class,
                        refused -> assertThat(refused.flaw()).isEqualTo(ContactRefused.Flaw.NO_WAY));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, +48501234567, EMAIL", "jan@example.com, -, SMS", "jan@example.com, -, CALL"})
    void a_preferred_channel_that_leads_nowhere_is_refused(String email, String phone, Channel preferred) {
        assertThatThrownBy(() -> contact(email, phone, preferred, null))
                .isInstanceOfSatisfying(
                        ContactRefused.class,
                        refused -> assertThat(refused.flaw()).isEqualTo(ContactRefused.Flaw.CHANNEL_LEADS_NOWHERE));
    }

    @Test
    void a_zone_that_does_not_exist_is_refused() {
        assertThat(contact(MAIL, PHONE, null, "Europe/Ljubljana").timeZone()).isEqualTo("Europe/Ljubljana");
        assertThatThrownBy(() -> contact(MAIL, PHONE, null, "Europe/Atlantis")).isInstanceOf(ContactRefused.class);
    }

    @Test
    void the_same_contact_again_is_no_new_version() {
        Customer jan = Customer.fresh(contact(MAIL, PHONE, null, null));

        assertThat(jan.reachedBy(jan.contact())).isSameAs(jan);
        CustomerContact other = ContactPolicy.contact(jan.id(), "Jan", MAIL, null, "pl", null, null);
        assertThat(jan.reachedBy(other).version()).isEqualTo(2);
    }
}
