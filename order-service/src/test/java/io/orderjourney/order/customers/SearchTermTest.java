package io.orderjourney.order.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.order.customers.SearchTerm.Kind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermTest {

    private static boolean finds(String typed, String name, @Nullable String email, @Nullable String phone) {
        CustomerContact contact = new CustomerContact(UUID.randomUUID(), name, email, phone, "pl", Channel.EMAIL, null);
        return SearchTerm.typed(typed).stream()
                .anyMatch(beginning -> SearchTerm.of(contact).stream()
                        .anyMatch(term ->
                                term.kind() == beginning.kind() && term.text().startsWith(beginning.text())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Jan", "kowalska", "Kowalska-Żak", "kowalska zak", "ZAK", "jan kow", "Kowalska Zak Jan", " jan "
            })
    void a_name_is_found_from_any_of_its_words_on_without_its_marks(String typed) {
        assertThat(finds(typed, "Jan Kowalska-Żak", null, "+48501234567")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"łukasz,Lukasz", "lukasz,Łukasz", "маша,Маша Ёлкина", "елкина,Маша Ёлкина", "dorde,Đorđe"})
    void letters_that_a_keyboard_may_lack_are_found_without_them(String typed, String name) {
        assertThat(finds(typed, name, null, "+48501234567")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4567", "234 567", "501 234 567", "+48 501-234-567", "0501234567", "0048501234567"})
    void a_phone_number_is_found_by_its_last_digits(String typed) {
        assertThat(finds(typed, "Jan", null, "+48501234567")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jan.k", "JAN.KOWALSKI@example.com", "jan.kowalski@"})
    void an_address_is_found_by_its_beginning(String typed) {
        assertThat(finds(typed, "Anna", "Jan.Kowalski@example.com", null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ja", "567", "@", "()", "-- -"})
    void what_would_begin_half_of_all_customers_looks_for_nothing(String typed) {
        assertThat(SearchTerm.typed(typed)).isEmpty();
    }

    @Test
    void what_does_not_begin_a_word_is_not_found() {
        assertThat(finds("owalski", "Jan Kowalski", "jan@example.com", "+48501234567"))
                .isFalse();
        assertThat(finds("5012", "Jan Kowalski", "jan@example.com", "+48501234567"))
                .isFalse();
    }

    @Test
    void a_number_stands_backwards_so_that_its_end_is_a_beginning() {
        assertThat(SearchTerm.typed("234567")).containsExactly(new SearchTerm(Kind.PHONE, "765432"));
    }
}
