package io.orderjourney.promises;

import static io.orderjourney.contracts.PromiseKind.CONFIRMATION_CALL;
import static io.orderjourney.promises.testing.WarsawShop.TERMS;
import static io.orderjourney.promises.testing.WarsawShop.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskLoadTest {

    @Test
    void case_E1_work_of_next_month_keeps_nobody_from_a_phone_that_lies_on_the_shelf() {
        Instant now = at("2026-01-12T10:00");

        assertThat(PromiseDates.at(now, TERMS)
                        .earliestFrom(CONFIRMATION_CALL, now, due(2_000, at("2026-02-12T17:00")))
                        .dueAt())
                .isEqualTo(PromiseDates.at(now, TERMS)
                        .earliestFrom(CONFIRMATION_CALL, now, DeskLoad.NONE)
                        .dueAt());
    }

    @Test
    void a_manager_sees_how_much_of_today_the_desk_cannot_do() {
        // 30 in an hour, open until 20:00.
        Instant now = at("2026-01-12T18:00");
        Instant closingAt = TERMS.calendar(Desk.SALES).closingAt(now);

        assertThat(tooMuch(due(60, closingAt), now, closingAt)).isZero();
        assertThat(tooMuch(due(61, closingAt), now, closingAt)).isEqualTo(1);
        assertThat(tooMuch(due(61, closingAt.plusMillis(1)), now, closingAt)).isZero();
    }

    private static long tooMuch(DeskLoad load, Instant now, Instant until) {
        return load.tooMuchUntil(until, now, TERMS.calendar(Desk.SALES), TERMS.desk(Desk.SALES));
    }

    @Test
    void only_what_is_due_until_then_stands_before_a_promise() {
        Instant now = at("2026-01-12T10:00");
        Instant free = PromiseDates.at(now, TERMS)
                .earliestFrom(CONFIRMATION_CALL, now, DeskLoad.NONE)
                .dueAt();

        assertThat(PromiseDates.at(now, TERMS)
                        .earliestFrom(CONFIRMATION_CALL, now, due(150, free))
                        .dueAt())
                .isAfter(free);
        assertThat(PromiseDates.at(now, TERMS)
                        .earliestFrom(CONFIRMATION_CALL, now, due(150, free.plusMillis(1)))
                        .dueAt())
                .isEqualTo(free);
    }

    @Test
    void a_date_that_work_puts_back_must_also_fit_behind_what_is_due_until_then() {
        Instant now = at("2026-01-12T10:00");
        // Four hours of work by two o'clock put the call to about four; two more hours are due until then.
        List<Instant> dueAts = new ArrayList<>(due(120, at("2026-01-12T14:00")).dueAts());
        dueAts.addAll(due(60, at("2026-01-12T15:30")).dueAts());

        assertThat(PromiseDates.at(now, TERMS)
                        .earliestFrom(CONFIRMATION_CALL, now, new DeskLoad(dueAts))
                        .dueAt())
                .isEqualTo(at("2026-01-12T18:00"));
    }

    private static DeskLoad due(int count, Instant dueAt) {
        return new DeskLoad(Collections.nCopies(count, dueAt));
    }
}
