package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.messaging.deadletters.DeadLetter;
import io.orderjourney.messaging.deadletters.Failures;
import io.orderjourney.messaging.deadletters.RejectedEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "08001", "08003", "08006", "53100", "53200", "53300", "57P01", "57P02", "57P03", "58030", "57014",
                "25P03", "40001", "40P01", "55P03", "25006"
            })
    void a_database_that_is_away_full_busy_or_chose_a_victim_passes(String state) {
        assertThat(Failures.isTransient(new IllegalStateException(new SQLException("not now", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23503", "22001", "42P01", "22P05", "P0001", "XX000"})
    void what_the_database_says_about_the_data_stays(String state) {
        assertThat(Failures.isTransient(new IllegalStateException(new SQLException("never", state))))
                .isFalse();
    }

    @Test
    void the_reason_is_looked_for_wherever_a_driver_or_a_transaction_hides_it() {
        SQLException gone = new SQLException("gone", "08006");
        RuntimeException rolledBack = new IllegalStateException("rolled back");
        rolledBack.addSuppressed(new IllegalStateException(gone));
        BatchUpdateException batch = new BatchUpdateException("a batch", "23000", new int[0]);
        batch.setNextException(gone);

        assertThat(Failures.isTransient(rolledBack)).isTrue();
        assertThat(Failures.isTransient(batch)).isTrue();
    }

    @Test
    void work_that_did_not_fit_into_its_transaction_does_not_pass_though_its_statement_was_cancelled() {
        assertThat(Failures.isTransient(new JtaTransactions.TimedOut(
                        new IllegalStateException(new SQLException("cancelled", "57014")))))
                .isFalse();
    }

    @Test
    void a_transaction_that_the_database_ended_is_too_long_though_its_rollback_finds_the_connection_gone() {
        RuntimeException ended = new IllegalStateException(new SQLException("FATAL: took too long", "25P04"));
        ended.addSuppressed(new SQLException("gone", "08003"));

        assertThat(Failures.isTransient(ended)).isFalse();
    }

    @Test
    void failures_that_are_each_others_cause_are_looked_at_once() {
        RuntimeException one = new IllegalStateException("one");
        RuntimeException two = new IllegalStateException("two", one);
        one.initCause(two);

        assertThat(Failures.isTransient(one)).isFalse();
    }

    @Test
    void a_log_tells_where_a_failure_and_its_causes_happened_but_repeats_none_of_their_words() {
        IllegalArgumentException cause = new IllegalArgumentException("Jan Nowak, +48 600 100 200");
        IllegalStateException failure = new IllegalStateException("customer Jan Nowak", cause);
        cause.initCause(failure);

        StringWriter log = new StringWriter();
        Failures.withoutMessage(failure).printStackTrace(new PrintWriter(log));

        assertThat(log.toString())
                .doesNotContain("Nowak")
                .startsWith("java.lang.IllegalStateException")
                .contains("at " + FailuresTest.class.getName())
                .containsOnlyOnce("Caused by: java.lang.IllegalArgumentException");
    }

    @Test
    void a_log_tells_why_an_event_was_refused_because_those_words_are_our_own() {
        RejectedEvent refused = new RejectedEvent(DeadLetter.Reason.ENVELOPE_INVALID, "a journey id is missing");

        assertThat(Failures.withoutMessage(refused)).isSameAs(refused);
    }
}
