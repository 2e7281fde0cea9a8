package io.orderjourney.notification.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentPlanTest {

    @Test
    void its_times_have_limits() {
        plan(IncidentPlan.UPDATE_EVERY_MIN, IncidentPlan.ANSWER_WITHIN_MIN, null, 0);
        plan(IncidentPlan.UPDATE_EVERY_MAX, IncidentPlan.ANSWER_WITHIN_MAX, null, 20);

        refused(IncidentPlan.UPDATE_EVERY_MIN.minusMillis(1), IncidentPlan.ANSWER_WITHIN_MIN, "updateEvery");
        refused(IncidentPlan.UPDATE_EVERY_MAX.plusMillis(1), IncidentPlan.ANSWER_WITHIN_MIN, "updateEvery");
        refused(IncidentPlan.UPDATE_EVERY_MIN, IncidentPlan.ANSWER_WITHIN_MIN.minusMillis(1), "answerWithin");
        refused(IncidentPlan.UPDATE_EVERY_MIN, IncidentPlan.ANSWER_WITHIN_MAX.plusMillis(1), "answerWithin");
    }

    @Test
    void lists_end_and_only_a_channel_on_which_we_write_can_be_down() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(Duration.ofHours(1), Duration.ofMinutes(5), null, 21))
                .withMessageContaining("callOrder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(Duration.ofHours(1), Duration.ofMinutes(5), Channel.CALL, 0))
                .withMessageContaining("channelDown");
        assertThatIllegalArgumentException().isThrownBy(() -> new OnCall("Ewa", "600100200", "pl"));
        assertThatIllegalArgumentException().isThrownBy(() -> new OnCall(" ", "+48600100200", "pl"));
    }

    @Test
    void a_scope_covers_its_kinds_partner_point_and_time_to_the_millisecond() {
        AffectedPromise promise = promise("courier", "WAW-1");
        var due = promise.dueAt();

        assertThat(scope("courier", "WAW-1", due, due).covers(promise)).isTrue();
        assertThat(scope(null, null, null, null).covers(promise)).isTrue();
        assertThat(scope("bank", null, null, null).covers(promise)).isFalse();
        assertThat(scope(null, "KRK-1", null, null).covers(promise)).isFalse();
        assertThat(scope(null, null, due.plusMillis(1), null).covers(promise)).isFalse();
        assertThat(scope(null, null, null, due.minusMillis(1)).covers(promise)).isFalse();
        assertThat(scope("courier", null, null, null).covers(promise(null, null)))
                .isFalse();
        assertThat(new IncidentScope(List.of(PromiseKind.CALLBACK), null, null, null, null).covers(promise))
                .isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> scope(null, null, due, due.minusMillis(1)));
    }

    private static IncidentScope scope(
            @Nullable String partner, @Nullable String point, @Nullable Instant from, @Nullable Instant until) {
        return new IncidentScope(List.of(PromiseKind.DELIVERY), partner, point, from, until);
    }

    private static AffectedPromise promise(@Nullable String partner, @Nullable String point) {
        return new AffectedPromise(
                UUID.randomUUID(),
                Fixtures.JOURNEY,
                Fixtures.CUSTOMER,
                PromiseKind.DELIVERY,
                Desk.WAREHOUSE,
                partner,
                Fixtures.at("2026-01-12T10:00"),
                Fixtures.at("2026-01-14T18:00"),
                0,
                "A-1",
                point);
    }

    private static void refused(Duration updateEvery, Duration answerWithin, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(updateEvery, answerWithin, null, 0))
                .withMessageContaining(named);
    }

    private static IncidentPlan plan(Duration updateEvery, Duration answerWithin, @Nullable Channel down, int people) {
        return new IncidentPlan(
                updateEvery,
                answerWithin,
                List.of(),
                down,
                false,
                List.of(),
                Collections.nCopies(people, SampleIncidents.EWA));
    }
}
