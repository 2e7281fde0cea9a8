package io.orderjourney.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseProblemsTest {

    @ParameterizedTest
    @CsvSource({
        "08006,database-unavailable",
        "57P01,database-unavailable",
        "57P03,database-unavailable",
        "53300,database-unavailable",
        "53100,database-unavailable",
        "28P01,database-unavailable",
        "40001,database-busy",
        "40P01,database-busy",
        "55P03,database-busy",
        "57014,database-busy",
    })
    void what_passes_by_itself_may_be_repeated(String state, String code) {
        RuntimeException wrapped =
                new IllegalStateException(new IllegalArgumentException(new SQLException("x", state)));

        assertThat(DatabaseProblems.problem(wrapped).orElseThrow().code()).isEqualTo(code);
        assertThat(DatabaseProblems.problem(wrapped).orElseThrow().retryable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23503", "22021", "42601", "42P01", "22P05"})
    void what_we_asked_wrongly_is_our_fault(String state) {
        assertThat(DatabaseProblems.problem(new IllegalStateException(new SQLException("x", state))))
                .isEmpty();
    }

    @Test
    void a_full_pool_and_a_refused_session_are_told_by_their_words() {
        assertThat(DatabaseProblems.problem(new SQLException("Sorry, acquisition timeout!")))
                .isPresent();
        assertThat(DatabaseProblems.problem(
                        new SQLException("FATAL: database \"x\" is not currently accepting connections", "55000")))
                .isPresent();
        assertThat(DatabaseProblems.problem(new SQLException("ERROR: lastval is not yet defined", "55000")))
                .isEmpty();
    }

    @Test
    void a_transaction_that_the_database_ended_for_its_length_is_not_a_database_that_is_away() {
        SQLException ended = new SQLException("FATAL: terminating connection due to transaction timeout", "25P04");
        ended.setNextException(new SQLException("This connection has been closed.", "08003"));

        assertThat(DatabaseProblems.problem(new IllegalStateException(ended))
                        .orElseThrow()
                        .code())
                .isEqualTo("database-busy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection is closed", "Enlisted connection used without active transaction"})
    void a_connection_that_was_taken_away_in_the_middle_of_a_transaction_out_of_time_may_be_asked_again(String words) {
        SQLException takenAway = new SQLException(words);

        assertThat(DatabaseProblems.problem(new IllegalStateException(takenAway))
                        .orElseThrow()
                        .code())
                .isEqualTo("database-busy");
        assertThat(DatabaseProblems.problem(new SQLException(words, "42601"))).isEmpty();
    }

    @Test
    void a_transaction_out_of_time_may_be_repeated_but_one_that_broke_a_rule_may_not() {
        RollbackException broken = new RollbackException();
        broken.initCause(new SQLException("x", "23505"));

        assertThat(DatabaseProblems.problem(new IllegalStateException(new RollbackException())))
                .isPresent();
        assertThat(DatabaseProblems.problem(new IllegalStateException(broken))).isEmpty();
    }

    @Test
    void causes_in_a_ring_end() {
        Exception one = new Exception();
        Exception other = new Exception(one);
        one.initCause(other);

        assertThat(DatabaseProblems.problem(one)).isEmpty();
    }
}
