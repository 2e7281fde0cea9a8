package io.orderjourney.notification.notices;

import static io.orderjourney.notification.notices.Changes.at;
import static io.orderjourney.notification.notices.Changes.change;
import static io.orderjourney.notification.notices.Changes.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.notification.Fixtures;
import io.orderjourney.notification.notices.Notice.NoticeState;
import io.orderjourney.notification.notices.NoticePlan.Part;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What changes in the messages of a journey when there is news. */
class NoticePlanTest {

    private static final UUID CALL = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private static NoticePlan plan(Notice... known) {
        return new NoticePlan(Fixtures.JOURNEY, List.of(known), UUID::randomUUID, () -> null, at("10:00"));
    }

    @Test
    void several_pieces_of_news_become_one_message_which_leaves_when_the_first_must() {
        NoticePlan plan = plan();
        plan.tell(NoticeSubject.ORDER_CONFIRMED, at("10:02"));
        plan.tell(NoticeSubject.ORDER_CONFIRMED, at("10:02"));
        plan.announce(change(CALL, 1, "14:00", "15:00", ReasonCode.DESK_BUSY), at("10:01"));
        plan.announce(change(OTHER, 1, "14:00", "16:00", ReasonCode.DESK_BUSY), at("10:05"));

        assertThat(plan.started()).singleElement().satisfies(notice -> {
            assertThat(notice.sendAfter()).isEqualTo(at("10:01"));
            assertThat(notice.parts()).hasSize(3);
        });
        assertThat(plan.added()).hasSize(3);
        assertThat(plan.changed()).isEmpty();
        assertThat(plan.removed()).isEmpty();
    }

    @Test
    void a_newer_date_takes_the_place_of_one_that_has_not_left() {
        DateChange before = change(CALL, 1, "14:00", "15:00", ReasonCode.DESK_BUSY);
        DateChange after = change(CALL, 2, "14:00", "17:00", ReasonCode.DESK_BUSY);
        NoticePlan plan = plan(notice(before));
        plan.announce(after, at("10:02"));

        assertThat(plan.removed()).extracting(Part::part).containsExactly(new NoticePart.NewDate(before));
        assertThat(plan.added()).extracting(Part::part).containsExactly(new NoticePart.NewDate(after));
        assertThat(plan.started()).isEmpty();
    }

    @Test
    void the_same_date_again_changes_nothing() {
        DateChange change = change(CALL, 1, "14:00", "15:00", ReasonCode.DESK_BUSY);
        NoticePlan plan = plan(notice(change));
        plan.announce(change, at("10:02"));

        assertThat(plan.removed()).isEmpty();
        assertThat(plan.added()).isEmpty();
        assertThat(plan.changed()).isEmpty();
    }

    @Test
    void a_date_that_came_back_is_not_announced_and_a_message_with_nothing_else_is_dropped() {
        NoticePlan plan = plan(notice(change(CALL, 1, "14:00", "15:00", ReasonCode.DESK_BUSY)));
        plan.announce(change(CALL, 2, "14:00", "14:00", ReasonCode.DESK_BUSY), at("10:02"));

        assertThat(plan.changed()).singleElement().extracting(Notice::state).isEqualTo(NoticeState.DROPPED);
        assertThat(plan.removed()).hasSize(1);
        assertThat(plan.started()).isEmpty();
    }

    @Test
    void what_left_grows_no_more() {
        NoticePlan plan = plan(notice(null, NoticeSubject.ORDER_CONFIRMED).leaving());
        plan.tell(NoticeSubject.STOCK_ARRIVED, at("10:02"));

        assertThat(plan.started()).hasSize(1);
        assertThat(plan.changed()).isEmpty();
    }

    @Test
    void who_was_invited_is_stopped_and_who_was_not_hears_nothing_of_a_change_back_and_forth() {
        NoticePlan invited = plan(notice(1, NoticeSubject.READY_FOR_PICKUP).leaving());
        invited.ready(2, at("10:02"));
        invited.readinessWithdrawn(at("10:00"));
        assertThat(invited.added())
                .extracting(Part::part)
                .containsExactly(new NoticePart.News(NoticeSubject.READINESS_WITHDRAWN));

        NoticePlan uninvited = plan();
        uninvited.ready(1, at("10:02"));
        uninvited.readinessWithdrawn(at("10:00"));
        assertThat(uninvited.added()).isEmpty();
    }

    @Test
    void a_readiness_takes_the_place_of_its_withdrawal() {
        NoticePlan plan = plan(notice(1, NoticeSubject.READINESS_WITHDRAWN));
        plan.ready(2, at("10:02"));

        assertThat(plan.removed())
                .extracting(Part::part)
                .containsExactly(new NoticePart.News(NoticeSubject.READINESS_WITHDRAWN));
        assertThat(plan.added())
                .extracting(Part::part)
                .containsExactly(new NoticePart.News(NoticeSubject.READY_FOR_PICKUP));
        assertThat(plan.changed()).singleElement().extracting(Notice::readiness).isEqualTo(2);
    }
}
