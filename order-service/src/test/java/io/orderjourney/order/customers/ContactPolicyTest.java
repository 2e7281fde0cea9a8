package io.orderjourney.order.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void the_preferred_channel_defaults_to_the_written_one(
            String email, String phone, Channel preferred, Channel expected) {
        assertThat(contact(email, phone, preferred, null).preferredChannel()).isEqualTo(expected);
    }

    @Test
    void a_contact_without_email_and_phone_is_refused() {
        assertThatThrownBy(() -> contact(null, null, null, null))
                .isInstanceOfSatisfying(
                        ContactPolicy.Refused.class,
                        refused -> assertThat(refused.violation()).isEqualTo(ContactPolicy.Violation.CONTACT_MISSING));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, +48501234567, EMAIL", "jan@example.com, -, SMS", "jan@example.com, -, CALL"})
    void a_preferred_channel_without_its_address_is_refused(String email, String phone, Channel preferred) {
        assertThatThrownBy(() -> contact(email, phone, preferred, null))
                .isInstanceOfSatisfying(
                        ContactPolicy.Refused.class,
                        refused ->
                                assertThat(refused.violation()).isEqualTo(ContactPolicy.Violation.CHANNEL_UNREACHABLE));
    }

    @Test
    void an_international_domain_is_stored_in_its_ascii_form() {
        assertThat(contact("jan@żółw.pl", null, null, null).email()).isEqualTo("jan@xn--w-uga1v8h.pl");
        assertThat(contact("Jan.K@Example.com", null, null, null).email()).isEqualTo("Jan.K@Example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"żółw@example.com", "jan@exa mple.com", "jan@-.pl"})
    void an_address_that_mail_servers_do_not_take_is_refused(String email) {
        assertThatThrownBy(() -> contact(email, PHONE, null, null))
                .isInstanceOfSatisfying(
                        ContactPolicy.Refused.class,
                        refused ->
                                assertThat(refused.violation()).isEqualTo(ContactPolicy.Violation.EMAIL_UNREACHABLE));
    }

    @Test
    void an_unknown_time_zone_is_refused() {
        assertThat(contact(MAIL, PHONE, null, "Europe/Ljubljana").timeZone()).isEqualTo("Europe/Ljubljana");
        assertThatThrownBy(() -> contact(MAIL, PHONE, null, "Europe/Atlantis"))
                .isInstanceOf(ContactPolicy.Refused.class);
    }

    @Test
    void the_same_contact_again_is_not_a_new_version() {
        Customer jan = Customer.first(contact(MAIL, PHONE, null, null));

        assertThat(jan.reachedBy(jan.contact())).isSameAs(jan);
        CustomerContact other = ContactPolicy.contact(jan.id(), "Jan", MAIL, null, "pl", null, null);
        assertThat(jan.reachedBy(other).version()).isEqualTo(2);
    }
}
