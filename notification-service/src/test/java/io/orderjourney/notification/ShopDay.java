package io.orderjourney.notification;

import io.orderjourney.contracts.Desk;
import io.orderjourney.operations.testing.Settling;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.SettableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.awaitility.Awaitility;

/** A working Monday in Warsaw, whose clock the test turns. */
final class ShopDay {

    /** Real time; the machine may be busy. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    static final String MANAGEMENT = "test-token-of-management";
    static final String OPERATOR = "test-token-of-operator";

    static {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Settling.GROWING_PAUSES);
    }

    private final SettableClock clock;
    private final Instant ten;
    private final Settling settling = Settling.here();

    /** The next Monday that begins an ordinary week; it is ten o'clock. */
    ShopDay(BusinessClock clock) {
        this.clock = (SettableClock) clock;
        BusinessCalendar sales = Fixtures.TERMS.calendar(Desk.SALES);
        ZonedDateTime monday = clock.instant().atZone(Fixtures.WARSAW).with(LocalTime.of(10, 0));
        do {
            monday = monday.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        } while (!isOrdinary(monday, sales));
        this.ten = monday.toInstant();
        this.clock.advanceTo(ten);
    }

    private static boolean isOrdinary(ZonedDateTime monday, BusinessCalendar sales) {
        for (int day = 0; day < 5; day++) {
            ZonedDateTime at = monday.plusDays(day);
            boolean sameOffset = at.getOffset().equals(monday.getOffset());
            if (!sameOffset || !sales.covers(at.toInstant())) {
                return false;
            }
        }
        return true;
    }

    /** A time of this Monday; {@code at("26:00")} is two in the next night. */
    Instant at(String time) {
        String[] parts = time.split(":", -1);
        return ten.plus(Duration.ofHours(Integer.parseInt(parts[0]) - 10L))
                .plus(Duration.ofMinutes(Integer.parseInt(parts[1])));
    }

    Instant now() {
        return clock.instant();
    }

    /** Turns the clock to this time, unless it is later already, and waits until the service is settled. */
    void goTo(String time) {
        goTo(at(time));
    }

    void goTo(Instant target) {
        quiet();
        if (target.isAfter(clock.instant())) {
            clock.advanceTo(target);
        }
        quiet();
    }

    void pass(Duration time) {
        goTo(clock.instant().plus(time));
    }

    /** Lets the messages that are planned leave: the merge window is over. */
    void messagesLeave() {
        pass(Duration.ofMinutes(2).plusSeconds(1));
    }

    /** Waits until nobody in the service has anything to do. */
    void quiet() {
        settling.await(PATIENCE);
    }
}
