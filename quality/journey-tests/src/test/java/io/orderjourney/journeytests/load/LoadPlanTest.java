package io.orderjourney.journeytests.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.journeytests.shop.QuietWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoadPlanTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 8);

    private final LoadPlan plan = LoadPlan.of(2_000, 7, 2026, MONDAY);

    @Test
    void the_same_seed_plans_the_same_days_and_another_seed_others() {
        assertThat(LoadPlan.of(2_000, 7, 2026, MONDAY)).isEqualTo(plan);
        assertThat(LoadPlan.of(2_000, 7, 2027, MONDAY).orders()).isNotEqualTo(plan.orders());
    }

    @Test
    void a_customer_has_the_same_name_in_every_run_and_an_item_reads_like_one() {
        String body = plan.orders().get(0).body(null);

        assertThat(body)
                .isEqualTo(LoadPlan.of(2_000, 7, 2026, MONDAY).orders().get(0).body(null));
        assertThat(body).containsPattern("\"name\":\"\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+\"");
        assertThat(body).containsPattern("\"name\":\"(Phone|Tablet|Watch|Laptop) [A-Z]\\d\"");
    }

    @Test
    void more_trouble_happens_to_more_and_to_those_of_the_ordinary_shop_too() {
        TrafficProfile ordinary = new TrafficProfile(7, 1);
        TrafficProfile troubled = new TrafficProfile(7, 3);

        List<String> late = plan.orders().stream()
                .map(PlannedOrder::reference)
                .filter(reference -> ordinary.happens(reference, "late call", 0.05))
                .toList();

        assertThat(late).allMatch(reference -> troubled.happens(reference, "late call", 0.05));
        assertThat(plan.orders().stream()
                        .filter(order -> troubled.happens(order.reference(), "late call", 0.05))
                        .count())
                .isBetween(2L * late.size(), 4L * late.size());
    }

    @Test
    void orders_come_within_the_days_mostly_by_day_and_some_at_night() {
        assertThat(plan.orders())
                .hasSize(2_000)
                .allSatisfy(order -> assertThat(order.placeAt()).isBetween(plan.beginsAt(), plan.ordersEndAt()));
        long atNight = plan.orders().stream()
                .map(order -> order.placeAt().atZone(QuietWeek.SHOP_ZONE).toLocalTime())
                .filter(time -> time.isBefore(LocalTime.of(7, 0)))
                .count();
        assertThat(atNight).isBetween(20L, 200L);
    }

    @Test
    void the_shares_of_all_courses_are_a_whole() {
        assertThat(Stream.of(Course.values()).mapToInt(Course::share).sum()).isEqualTo(1_000);
    }

    @Test
    void orders_go_every_way_that_there_is_about_as_often_as_its_share() {
        Map<Course, Long> counts =
                plan.orders().stream().collect(Collectors.groupingBy(PlannedOrder::course, Collectors.counting()));

        assertThat(counts).containsOnlyKeys(Course.values());
        counts.forEach((course, count) -> assertThat(count)
                .as("%s of %s", course, course.share())
                .isBetween(2L * course.share() / 3 - 8, 3L * course.share() + 8));
    }

    @Test
    void questions_are_asked_beside_the_orders() {
        assertThat(plan.questions()).hasSize(80);
        assertThat(plan.questions().stream().filter(PlannedQuestion::isStockAlert))
                .hasSize(20);
    }

    @Test
    void every_customer_can_be_reached() {
        assertThat(plan.orders()).noneMatch(order -> order.email() == null && order.phone() == null);
        assertThat(plan.orders()).anyMatch(order -> order.email() == null);
        assertThat(plan.orders()).anyMatch(order -> order.phone() == null);
        assertThat(plan.orders().stream().map(PlannedOrder::language).distinct())
                .containsOnly("pl", "en", "sl", "ru");
    }

    @Test
    void there_are_goods_for_every_order_on_a_shelf_or_on_their_way() {
        Map<LoadPlan.Shelf, Integer> left = new HashMap<>(plan.shelves());
        plan.deliveries()
                .forEach(delivery -> left.merge(
                        new LoadPlan.Shelf(delivery.pickupPoint(), delivery.sku()), delivery.quantity(), Integer::sum));
        plan.orders()
                .forEach(order -> order.lines()
                        .forEach(line -> left.merge(
                                new LoadPlan.Shelf(order.place(), line.sku()), -line.quantity(), Integer::sum)));
        assertThat(left.values()).allMatch(pieces -> pieces >= 0);
    }

    @Test
    void a_supplier_names_its_later_time_before_the_first_one_passes() {
        assertThat(plan.deliveries()).anyMatch(delivery -> delivery.slip() != null);
        plan.deliveries().forEach(delivery -> {
            Delivery.Slip slip = delivery.slip();
            if (slip != null) {
                assertThat(slip.saidAt()).isBefore(delivery.etaAt());
                assertThat(slip.etaAt()).isAfter(delivery.etaAt());
            }
        });
    }
}
