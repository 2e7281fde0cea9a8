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

    private static Outcome movedAndHeardAt(Instant heardAt, String reason) {
        return movedAndHeard(heardAt, reason).outcome(TEN.plusMillis(1));
    }

    private static PromiseFacts movedAndHeard(Instant heardAt, String reason) {
        PromiseFacts appointment = new PromiseFacts("appointment", "journey", "SIGNING_APPOINTMENT", TEN, NINE);
        appointment.rescheduled(1, new PromiseFacts.Date(NOON, NOON.plusSeconds(3_600), reason, false), NINE);
        appointment.announcements.add(new PromiseFacts.Announcement(1, "notice", heardAt));
        return appointment;
    }
}
