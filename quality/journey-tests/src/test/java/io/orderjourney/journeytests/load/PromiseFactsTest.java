package io.orderjourney.journeytests.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PromiseFactsTest {

    private static final Instant NINE = Instant.parse("2027-02-08T08:00:00Z");
    private static final Instant TEN = Instant.parse("2027-02-08T09:00:00Z");
    private static final Instant NOON = Instant.parse("2027-02-08T11:00:00Z");

    @Test
    void a_customer_who_hears_after_his_appointment_began_was_told_too_late() {
        assertThat(movedAndHeardAt(NINE, "EXPERT_ABSENT")).isEqualTo(Ending.OPEN_RESCHEDULED);
        assertThat(movedAndHeardAt(NINE.plusMillis(1), "EXPERT_ABSENT")).isEqualTo(Ending.RESCHEDULED_LATE);
    }

    @Test
    void who_did_not_come_himself_hears_until_his_appointment_is_over() {
        assertThat(movedAndHeardAt(TEN, "CUSTOMER_DID_NOT_COME")).isEqualTo(Ending.OPEN_RESCHEDULED);
        assertThat(movedAndHeardAt(TEN.plusMillis(1), "CUSTOMER_DID_NOT_COME")).isEqualTo(Ending.RESCHEDULED_LATE);
    }

    @Test
    void of_an_appointment_that_he_missed_himself_a_customer_may_hear_while_it_is_still_open() {
        PromiseFacts appointment = movedAndHeard(NINE.plusMillis(1), "DESK_BUSY");
        assertThat(appointment.isToldLateToWhoCame()).isTrue();

        appointment.missedByCustomer.add(NINE);
        assertThat(appointment.isToldLateToWhoCame()).isFalse();
        // The shop's ledger cannot know who was absent and counts against the shop.
        assertThat(appointment.ending(TEN)).isEqualTo(Ending.RESCHEDULED_LATE);
    }

    @Test
    void not_even_who_missed_his_appointment_hears_after_its_end() {
        PromiseFacts appointment = movedAndHeard(TEN.plusMillis(1), "DESK_BUSY");
        appointment.missedByCustomer.add(NINE);
        assertThat(appointment.isToldLateToWhoCame()).isTrue();
    }

    private static Ending movedAndHeardAt(Instant heardAt, String reason) {
        return movedAndHeard(heardAt, reason).ending(TEN.plusMillis(1));
    }

    private static PromiseFacts movedAndHeard(Instant heardAt, String reason) {
        PromiseFacts appointment = new PromiseFacts("appointment", "journey", "SIGNING_APPOINTMENT", TEN, NINE);
        appointment.rescheduled(1, new PromiseFacts.Date(NOON, NOON.plusSeconds(3_600), reason, false), NINE);
        appointment.inHand.add(new PromiseFacts.InHand(1, "notice", heardAt));
        return appointment;
    }
}
