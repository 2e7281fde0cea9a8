package io.orderjourney.promises.usecase;

import static io.orderjourney.promises.testing.PromiseBuilder.promise;
import static io.orderjourney.promises.testing.WarsawShop.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.promises.PromiseRescheduled;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromisedDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two decided about one promise at the same moment: everybody ends with the same date, in whatever order they are heard. */
class PromiseReplicaTest {

    private final Promise call = promise(PromiseKind.CONFIRMATION_CALL).build();

    @ParameterizedTest
    @CsvSource({
        // the customer's own word beats the watch, and the watch the desk
        "CUSTOMER_ASKED, false, DESK_BUSY, true",
        "CUSTOMER_ASKED, false, POLICY, false",
        "DESK_BUSY, true, POLICY, false"
    })
    void at_the_same_revision_the_weightier_date_counts_in_either_order(
            ReasonCode winner, boolean winnerBySystem, ReasonCode loser, boolean loserBySystem) {
        assertThat(PromiseReplica.supersedes(said(1, winner, winnerBySystem), known(1, loser, loserBySystem)))
                .isTrue();
        assertThat(PromiseReplica.supersedes(said(1, loser, loserBySystem), known(1, winner, winnerBySystem)))
                .isFalse();
    }

    @Test
    void a_date_is_not_replaced_by_itself() {
        assertThat(PromiseReplica.supersedes(
                        said(1, ReasonCode.CUSTOMER_ASKED, false), known(1, ReasonCode.CUSTOMER_ASKED, false)))
                .isFalse();
    }

    @Test
    void a_higher_revision_counts_no_matter_who_decided_it() {
        assertThat(PromiseReplica.supersedes(
                        said(2, ReasonCode.POLICY, false), known(1, ReasonCode.CUSTOMER_ASKED, false)))
                .isTrue();
        assertThat(PromiseReplica.supersedes(
                        said(1, ReasonCode.CUSTOMER_ASKED, false), known(2, ReasonCode.DESK_BUSY, true)))
                .isFalse();
    }

    private Promise known(int revision, ReasonCode reason, boolean bySystem) {
        return call.with(new PromisedDate(
                call.precision(), null, at("2026-01-12T18:00"), "told", revision, reason, "somebody", bySystem, 1));
    }

    private PromiseRescheduled said(int revision, ReasonCode reason, boolean bySystem) {
        return new PromiseRescheduled(
                call.id(),
                call.kind(),
                revision,
                call.dueAt(),
                at("2026-01-12T16:00"),
                null,
                reason,
                null,
                "somebody",
                bySystem,
                "told",
                at("2026-01-12T13:05"));
    }
}
