package io.orderjourney.notification.desktasks;

import static io.orderjourney.notification.Fixtures.TERMS;
import static io.orderjourney.notification.Fixtures.at;
import static io.orderjourney.notification.Fixtures.kept;
import static io.orderjourney.notification.Fixtures.promise;
import static io.orderjourney.notification.Fixtures.rescheduled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Promise;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskTaskTest {

    private final Promise open = promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T14:00");
    private final Promise rescheduled = rescheduled(open, 1, null, "2026-01-12T18:00");
    private final Promise kept = kept(open, at("2026-01-12T13:00"));

    @ParameterizedTest
    @CsvSource({
        "REMINDER, true, true",
        "NEW_DATE, true, true",
        "RESCHEDULED_BY_SYSTEM, false, true",
        "CALL_CUSTOMER, false, true",
        "ESCALATION, false, false"
    })
    void a_new_date_or_the_end_makes_tasks_obsolete_except_escalations(
            DeskTaskKind kind, boolean obsoleteWhenRescheduled, boolean obsoleteWhenKept) {
        DeskTask task = task(kind);

        assertThat(task.isObsolete(open)).isFalse();
        assertThat(task.isObsolete(rescheduled)).isEqualTo(obsoleteWhenRescheduled);
        assertThat(task.isObsolete(kept)).isEqualTo(obsoleteWhenKept);
    }

    @Test
    void a_task_is_completed_once() {
        DeskTask completed = task(DeskTaskKind.REMINDER).completed("sales:anna", "called", at("2026-01-12T12:00"));

        assertThat(completed.isOpen()).isFalse();
        assertThatThrownBy(() -> completed.completed("sales:ola", "called too", at("2026-01-12T12:01")))
                .isInstanceOf(DeskTask.AlreadyCompleted.class)
                .hasMessageContaining("sales:anna");
    }

    @Test
    void a_desk_has_one_row_for_one_promise() {
        DeskTask newDate = task(DeskTaskKind.NEW_DATE);

        assertThat(newDate.replaces(task(DeskTaskKind.REMINDER))).isTrue();
        assertThat(task(Desk.MANAGEMENT, DeskTaskKind.ESCALATION, "")
                        .replaces(task(Desk.MANAGEMENT, DeskTaskKind.NEW_DATE, "")))
                .isTrue();
        assertThat(task(DeskTaskKind.ESCALATION).replaces(newDate))
                .as("the lead's")
                .isFalse();
        assertThat(newDate.replaces(task(DeskTaskKind.ESCALATION))).isFalse();
        assertThat(newDate.replaces(task(DeskTaskKind.CALL_CUSTOMER)))
                .as("a call is another thing")
                .isFalse();
        assertThat(newDate.replaces(newDate)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "REMINDER, false",
        "NEW_DATE, false",
        "ESCALATION, true",
        "CALL_CUSTOMER, true",
        "FIND_PAPERS, true",
        "REFUND, true"
    })
    void what_nothing_else_follows_climbs_after_a_grace(DeskTaskKind kind, boolean climbs) {
        DeskTask task = task(kind);

        assertThat(task.climbsAt(TERMS.calendar(Desk.SALES)))
                .isEqualTo(climbs ? Optional.of(task.doBeforeAt().plus(DeskTask.GRACE)) : Optional.empty());
    }

    @Test
    void what_a_manager_was_asked_climbs_no_further() {
        assertThat(task(Desk.MANAGEMENT, DeskTaskKind.ESCALATION, "").climbsAt(TERMS.calendar(Desk.MANAGEMENT)))
                .isEmpty();
    }

    @Test
    void what_climbed_is_known_by_what_was_not_done() {
        DeskTask call = task(DeskTaskKind.CALL_CUSTOMER);
        DeskTask leads = task(Desk.SALES, DeskTaskKind.ESCALATION, "Lead of SALES" + DeskTask.CLIMBED + call.text());
        DeskTask managers =
                task(Desk.MANAGEMENT, DeskTaskKind.ESCALATION, "Manager of SALES" + DeskTask.CLIMBED + leads.text());

        assertThat(leads.climbedFrom(call)).isTrue();
        assertThat(managers.climbedFrom(leads)).isTrue();
        assertThat(task(DeskTaskKind.ESCALATION).climbedFrom(call)).isFalse();
    }

    private DeskTask task(DeskTaskKind kind) {
        return task(Desk.SALES, kind, "Call the customer");
    }

    private DeskTask task(Desk desk, DeskTaskKind kind, String text) {
        return new DeskTask(
                UUID.randomUUID(),
                open.journeyId(),
                desk,
                kind,
                open.id(),
                0,
                null,
                text,
                open.dueAt(),
                at("2026-01-12T12:00"),
                null,
                null,
                null);
    }
}
