package io.orderjourney.console.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionSealTest {

    private static final Instant EVENING = Instant.parse("2026-12-01T20:00:00Z");
    private static final Session ANNA = new Session("anna", "Anna Żak", Set.of("SALES", "CREDIT"), "WAW-01", EVENING);

    private final SessionSeal seal = new SessionSeal("a key of at least thirty-two characters");

    @Test
    void a_session_comes_back_as_it_was_sealed() {
        assertThat(seal.open(seal.seal(ANNA), EVENING.minusMillis(1))).contains(ANNA);
    }

    @Test
    void a_person_of_all_points_comes_back_without_one() {
        Session piotr = new Session("piotr", "Piotr", Set.of("SALES"), null, EVENING);

        assertThat(seal.open(seal.seal(piotr), EVENING.minusSeconds(1))).contains(piotr);
    }

    @Test
    void a_session_is_over_at_its_end() {
        assertThat(seal.open(seal.seal(ANNA), EVENING)).isEmpty();
    }

    @Test
    void a_session_sealed_with_another_key_is_none() {
        String foreign = new SessionSeal("another key of at least 32 characters").seal(ANNA);

        assertThat(seal.open(foreign, EVENING.minusSeconds(1))).isEmpty();
    }

    @Test
    void a_session_outlives_the_change_of_the_key() {
        String sealed = seal.seal(ANNA);
        SessionSeal changing =
                new SessionSeal("another key of at least 32 characters,a key of at least thirty-two characters");

        assertThat(changing.open(sealed, EVENING.minusSeconds(1))).contains(ANNA);
    }

    @Test
    void a_name_of_two_lines_cannot_pass_for_another_field() {
        assertThatThrownBy(() -> new Session("anna", "Anna\nMANAGEMENT", Set.of("SALES"), null, EVENING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_session_with_one_changed_character_is_none() {
        String sealed = seal.seal(ANNA);
        for (int index = 0; index < sealed.length(); index++) {
            char other = sealed.charAt(index) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, index) + other + sealed.substring(index + 1);
            // The last character of an unpadded text may carry bits that mean nothing.
            if (index != sealed.length() - 1 && index != sealed.lastIndexOf('.') - 1) {
                assertThat(seal.open(changed, EVENING.minusSeconds(1))).isEmpty();
            }
        }
    }

    @Test
    void garbage_is_no_session() {
        assertThat(seal.open("", EVENING)).isEmpty();
        assertThat(seal.open(".", EVENING)).isEmpty();
        assertThat(seal.open("%%%.%%%", EVENING)).isEmpty();
    }

    @Test
    void a_short_key_is_refused() {
        assertThatThrownBy(() -> new SessionSeal("short")).isInstanceOf(IllegalStateException.class);
    }
}
