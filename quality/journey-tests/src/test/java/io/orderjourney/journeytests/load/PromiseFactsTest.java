package io.orderjourney.journeytests.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PromiseFactsTest {

    private static final Instant NINE = Instant.parse("2027-02-08T08:00:00Z");
    private static final Instant TEN = Instant.parse("2027-02-08T09:00:00Z");
    private static final Instant NOON = Instant.parse("2027-02-08T11:00:00Z");

    @Test
    void notice_after_the_start_of_an_appointment_is_late() {
        assertThat(movedAndHeardAt(NINE, "EXPERT_ABSENT")).isEqualTo(Outcome.OPEN_RESCHEDULED);
        assertThat(movedAndHeardAt(NINE.plusMillis(1), "EXPERT_ABSENT")).isEqualTo(Outcome.RESCHEDULED_LATE);
    }

    @Test
    void a_customer_who_did_not_come_may_be_notified_until_the_appointment_ends() {
        assertThat(movedAndHeardAt(TEN, "CUSTOMER_DID_NOT_COME")).isEqualTo(Outcome.OPEN_RESCHEDULED);
        assertThat(movedAndHeardAt(TEN.plusMillis(1), "CUSTOMER_DID_NOT_COME")).isEqualTo(Outcome.RESCHEDULED_LATE);
    }

    @Test
    void an_appointment_missed_by_the_customer_may_be_moved_while_it_is_open() {
        PromiseFacts appointment = movedAndHeard(NINE.plusMillis(1), "DESK_BUSY");
        assertThat(appointment.isAnnouncedLateForAttendingCustomer()).isTrue();

        appointment.missedByCustomer.add(NINE);
        assertThat(appointment.isAnnouncedLateForAttendingCustomer()).isFalse();
        // The shop's ledger cannot know who was absent and counts against the shop.
        assertThat(appointment.outcome(TEN)).isEqualTo(Outcome.RESCHEDULED_LATE);
    }

    @Test
    void notice_after_the_end_of_a_missed_appointment_is_late() {
        PromiseFacts appointment = movedAndHeard(TEN.plusMillis(1), "DESK_BUSY");
        appointment.missedByCustomer.add(NINE);
        assertThat(appointment.isAnnouncedLateForAttendingCustomer()).isTrue();
    }

    @Test
    void an_apology_is_for_what_the_shop_failed_in() {
        assertThat(movedAndHeard(NINE, "EXPERT_ABSENT").isShopsFault(1, NINE)).isTrue();
        assertThat(movedAndHeard(NINE, "CUSTOMER_ASKED").isShopsFault(1, NINE)).isFalse();
        assertThat(movedAndHeard(NINE, "CUSTOMER_NOT_REACHED").isShopsFault(1, NINE))
                .isFalse();
        assertThat(movedAndHeard(NINE, "EXPERT_ABSENT").isShopsFault(0, NINE)).isFalse();
    }

    @Test
    void no_apology_is_due_while_it_is_the_customers_turn() {
        PromiseFacts appointment = movedAndHeard(NINE, "DESK_BUSY");
        appointment.pausedAt.add(NINE.minusSeconds(3_600));
        assertThat(appointment.isShopsFault(1, NINE)).isFalse();
    }

    @Test
    void no_apology_is_due_for_an_appointment_to_which_the_customer_did_not_come() {
        PromiseFacts appointment = movedAndHeard(NINE, "DESK_BUSY");
        appointment.missedByCustomer.add(NINE);
        assertThat(appointment.isShopsFault(1, NINE)).isFalse();
    }

    @Test
    void no_apology_is_due_long_after_the_promise_was_kept() {
        PromiseFacts appointment = movedAndHeard(TEN, "DESK_BUSY");
        appointment.keptAt = TEN.minusSeconds(3_600);
        assertThat(appointment.isShopsFault(1, TEN)).isFalse();
        appointment.keptAt = TEN.minusSeconds(60);
        assertThat(appointment.isShopsFault(1, TEN)).isTrue();
    }

    @Test
    void a_date_that_waits_for_the_customer_is_not_missed() {
        PromiseFacts appointment = movedAndHeard(NINE, "DESK_BUSY");
        Instant muchLater = NOON.plusSeconds(7_200);
        assertThat(appointment.outcome(muchLater)).isEqualTo(Outcome.MISSED_UNANNOUNCED);
        appointment.pausedAt.add(NOON);
        assertThat(appointment.outcome(muchLater)).isEqualTo(Outcome.OPEN_RESCHEDULED);
    }

    @Test
    void a_next_update_in_hand_takes_the_place_of_a_second_new_date() {
        PromiseFacts appointment = movedAndHeard(NINE, "DESK_BUSY");
        appointment.nextUpdate(NOON.plusSeconds(60));
        assertThat(appointment.outcome(NOON.plusSeconds(7_200))).isEqualTo(Outcome.OPEN_RESCHEDULED);
    }

    private static Outcome movedAndHeardAt(Instant heardAt, String reason) {
        return movedAndHeard(heardAt, reason).outcome(TEN.plusMillis(1));
    }

    private static PromiseFacts movedAndHeard(Instant heardAt, String reason) {
        PromiseFacts appointment =
                new PromiseFacts("appointment", "journey", "SIGNING_APPOINTMENT", TEN, NINE, NINE.minusSeconds(7_200));
        appointment.rescheduled(
                1, new PromiseFacts.Date(NOON, NOON.plusSeconds(3_600), reason, false, NINE.minusSeconds(600)));
        appointment.announcements.add(new PromiseFacts.Announcement(1, "notice", heardAt));
        return appointment;
    }
}
