package io.orderjourney.order.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.Ending;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.testing.PromiseBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatToSayTest {

    private static final Instant MONDAY = Instant.parse("2026-01-12T15:00:00Z");
    private static final Promise CALL = PromiseBuilder.promise(PromiseKind.CONFIRMATION_CALL)
            .madeAt(MONDAY.minusSeconds(7_200))
            .dueAt(MONDAY)
            .build();
    private static final Promise READY = PromiseBuilder.promise(PromiseKind.PICKUP_READY)
            .madeAt(MONDAY.minusSeconds(7_200))
            .dueAt(MONDAY.plusSeconds(86_400))
            .build();

    private static WhatToSay.Known known(Promise promise, ReasonCode... putBackFor) {
        return new WhatToSay.Known(promise, List.of(putBackFor));
    }

    private static WhatToSay of(WhatToSay.Known... journey) {
        return WhatToSay.of(List.of(journey), promise -> false);
    }

    private static Promise later(Promise promise) {
        return PromiseBuilder.rescheduled(promise, 1, null, promise.dueAt().plusSeconds(3_600));
    }

    @Test
    void the_next_step_comes_first_and_then_when_they_get_their_goods() {
        WhatToSay what = of(known(READY), known(CALL));

        assertThat(what.next()).isEqualTo(CALL);
        assertThat(what.goods()).isEqualTo(READY);
        assertThat(what.turn()).isNull();
        assertThat(what.moved()).isNull();
    }

    @Test
    void goods_that_are_the_next_step_are_not_named_twice() {
        WhatToSay what = of(known(READY));

        assertThat(what.next()).isEqualTo(READY);
        assertThat(what.goods()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "SUPPLIER_LATE, true",
        "DESK_BUSY, true",
        "BANK_LATE, true",
        "CUSTOMER_ASKED, false",
        "CUSTOMER_NOT_REACHED, false",
        "CUSTOMER_DID_NOT_COME, false"
    })
    void the_shop_apologises_for_what_it_put_back_and_for_nothing_else(ReasonCode reason, boolean apology) {
        Promise moved = later(READY);

        assertThat(of(known(CALL), known(moved, reason)).moved()).isEqualTo(apology ? moved : null);
    }

    @Test
    void a_date_that_is_back_where_it_was_needs_no_apology() {
        Promise recovered = PromiseBuilder.rescheduled(later(READY), 2, null, READY.dueAt());

        assertThat(of(known(recovered, ReasonCode.SUPPLIER_LATE, ReasonCode.PARTNER_ESTIMATE))
                        .moved())
                .isNull();
    }

    @Test
    void the_customer_is_not_asked_to_come_before_the_goods_are_said_to_be_ready() {
        Promise slot = PromiseBuilder.promise(PromiseKind.PICKUP_SLOT)
                .waitsFor(PromiseKind.PICKUP_READY)
                .madeAt(MONDAY)
                .dueAt(MONDAY.plusSeconds(259_200))
                .build()
                .paused(new CustomerTurn(WaitingReason.COLLECTION, MONDAY, MONDAY.plusSeconds(604_800)));

        assertThat(of(known(READY), known(slot)).turn()).isNull();
        assertThat(of(known(slot)).turn()).isEqualTo(slot);
    }

    @Test
    void what_waits_for_the_customer_is_their_turn_and_no_step_of_ours() {
        Promise waiting = CALL.paused(new CustomerTurn(WaitingReason.NOT_REACHED, MONDAY, MONDAY.plusSeconds(86_400)));

        WhatToSay what = of(known(waiting), known(READY));

        assertThat(what.turn()).isEqualTo(waiting);
        assertThat(what.next()).isEqualTo(READY);
    }

    @Test
    void a_promise_whose_time_has_passed_is_broken() {
        assertThat(WhatToSay.of(List.of(known(CALL), known(READY)), CALL::equals)
                        .broken())
                .isTrue();
        assertThat(WhatToSay.of(List.of(known(CALL), known(READY)), READY::equals)
                        .broken())
                .isFalse();
    }

    @Test
    void what_is_done_is_not_said() {
        Promise kept = CALL.kept("call 1", MONDAY);
        assertThat(kept.ending()).isInstanceOf(Ending.Kept.class);

        assertThat(of(known(kept)).next()).isNull();
    }
}
