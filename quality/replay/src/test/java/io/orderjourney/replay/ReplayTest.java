package io.orderjourney.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.state.QuietHoursPolicy;
import io.orderjourney.replay.Strategy.Announcement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final QuietHoursPolicy NEVER_QUIET = new QuietHoursPolicy(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    private static final int COUNT = 450;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_slip_is_announced_before_its_due_time() throws IOException {
        Strategy day = Strategy.foresighted(DAY, 0.6);
        List<Order> orders = replay(OrdersMade.rows(1, COUNT), NEVER_QUIET, day);
        assertThat(orders.stream().filter(Order::isSlip)).hasSizeGreaterThan(10).allSatisfy(order -> {
            Announcement said = Objects.requireNonNull(day.announcement(order));
            assertThat(said.at()).isBefore(order.dueAt());
            assertThat(said.newDay()).isAfter(order.promisedOn());
        });
    }

    @Test
    void foresight_alarms_fewer_customers_than_the_plain_rule() throws IOException {
        Strategy foresighted = Strategy.foresighted(DAY, 0.6);
        Strategy plain = Strategy.plainRule(DAY);
        List<Order> orders = replay(OrdersMade.rows(2, COUNT), NEVER_QUIET, foresighted, plain);
        List<Order> measured = orders.subList(orders.size() / 2, orders.size());
        Figures ours = Figures.of(foresighted, measured);
        Figures theirs = Figures.of(plain, measured);
        assertThat(ours.recall()).isEqualTo(1);
        assertThat(theirs.recall()).isEqualTo(1);
        assertThat(ours.precision()).isGreaterThan(theirs.precision());
        assertThat(ours.medianNotice()).isGreaterThanOrEqualTo(DAY.toHours());
    }

    @Test
    void what_happens_later_changes_nothing_that_was_said_before() throws IOException {
        List<String> rows = OrdersMade.rows(3, COUNT);
        Strategy known = Strategy.foresighted(DAY, 0.6);
        List<Order> orders = replay(rows, NEVER_QUIET, known);
        Order middle = orders.get(orders.size() / 2);
        // From the middle on all is delivered years later.
        List<String> otherEnd = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split(",");
            boolean later =
                    cells[2].compareTo(middle.startedAt().atZone(ZoneOffset.UTC).format(OrdersMade.TIME)) >= 0;
            otherEnd.add(later ? row.replace(cells[2], "2030-01-01 12:00") : row);
        }
        Strategy other = Strategy.foresighted(DAY, 0.6);
        List<Order> others = replay(otherEnd, NEVER_QUIET, other);
        for (int i = 0; i < orders.size(); i++) {
            Announcement said = known.announcement(orders.get(i));
            if (said != null && said.at().isBefore(middle.startedAt())) {
                Announcement again = Objects.requireNonNull(other.announcement(others.get(i)));
                assertThat(again.at()).isEqualTo(said.at());
                assertThat(again.newDay()).isEqualTo(said.newDay());
            }
        }
    }

    @Test
    void nobody_is_told_in_quiet_hours_and_still_every_slip_in_time() throws IOException {
        Strategy day = Strategy.foresighted(DAY, 0.6);
        QuietHoursPolicy night = new QuietHoursPolicy(LocalTime.of(21, 0), LocalTime.of(8, 0));
        List<Order> orders = replay(OrdersMade.rows(4, COUNT), night, day);
        assertThat(orders.stream().filter(Order::isSlip)).isNotEmpty().allSatisfy(order -> {
            Announcement said = Objects.requireNonNull(day.announcement(order));
            assertThat(said.at().atOffset(ZoneOffset.UTC).getHour()).isBetween(8, 20);
            assertThat(said.at()).isBefore(order.dueAt());
        });
    }

    @Test
    void the_progress_ends_at_all() throws IOException {
        AtomicReference<Double> last = new AtomicReference<>(0.0);
        List<Order> orders = read(OrdersMade.rows(5, 50));
        new Replay(policy(NEVER_QUIET), ZoneOffset.UTC, List.of(Strategy.plainRule(DAY))).run(orders, last::set);
        assertThat(last.get()).isEqualTo(1);
    }

    private List<Order> replay(List<String> rows, QuietHoursPolicy night, Strategy... strategies) throws IOException {
        List<Order> orders = read(rows);
        new Replay(policy(night), ZoneOffset.UTC, List.of(strategies)).run(orders, done -> {});
        return orders;
    }

    private List<Order> read(List<String> rows) throws IOException {
        return OrderFile.read(OrdersMade.file(folder, rows), Map.of(), null, ZoneOffset.UTC)
                .orders();
    }

    private static DeliveryPolicy policy(QuietHoursPolicy night) {
        return new DeliveryPolicy(ZoneId.of("UTC"), night, Duration.ofHours(1));
    }
}
