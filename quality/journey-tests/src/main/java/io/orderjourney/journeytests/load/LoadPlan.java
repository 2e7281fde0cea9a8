package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.QuietWeek;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What will happen from outside: who orders what and when, what suppliers bring, which expert is where. The same numbers
 * and the same seed give the same plan.
 *
 * @param monday the first day
 * @param shelves pieces that lie at a pickup point from the beginning, by point and item
 */
record LoadPlan(
        TrafficProfile profile,
        LocalDate monday,
        int days,
        List<PlannedOrder> orders,
        List<PlannedQuestion> questions,
        Map<Shelf, Integer> shelves,
        List<Delivery> deliveries,
        List<Shift> shifts) {

    static final List<String> POINTS = List.of("WAW-01", "WAW-02", "KRK-01", "GDN-01", "POZ-01");

    /** Where parcels are sent from. */
    static final String WAREHOUSE = "WAREHOUSE";

    private static final List<String> LANGUAGES = List.of("pl", "pl", "pl", "en", "sl", "ru");
    private static final List<String> ON_SHELF = List.of("PHONE-S5", "PHONE-X1", "TABLET-T2", "WATCH-W3");
    private static final List<String> ON_THE_WAY = List.of("PHONE-S6", "LAPTOP-L9");
    /** How many orders come in each hour of a day, one beside the other. */
    private static final int[] BY_HOUR = {
        2, 1, 1, 1, 1, 1, 2, 6, 12, 20, 26, 28, 26, 24, 24, 24, 26, 28, 32, 34, 30, 20, 10, 5
    };

    private static final double WEEKEND_SHARE = 0.6;
    private static final double ON_THE_WAY_SHARE = 0.3;
    private static final double ONE_CHANNEL_SHARE = 0.2;
    private static final double OFFER_SHARE = 0.85;
    private static final double TWO_PIECES_SHARE = 0.1;
    private static final double SLIP_SHARE = 0.35;
    private static final double EXPERT_AWAY_SHARE = 0.03;
    private static final int ORDERS_PER_DELIVERY = 12;
    /** Signatures that an expert has time for in a shift, with room for those that are agreed anew. */
    private static final int SIGNATURES_PER_SHIFT = 4;

    /** One question beside so many orders, and one alert for an article that is not there beside so many questions. */
    private static final int ORDERS_PER_QUESTION = 25;

    private static final int QUESTIONS_PER_ALERT = 4;

    /** The longest way to an end: goods that are kept and not collected, a parcel that comes back. */
    private static final int DAYS_AFTERWARDS = 17;

    /** A place where pieces of one item lie. */
    record Shelf(String pickupPoint, String sku) {}

    /** The plan of an ordinary shop. */
    static LoadPlan of(int journeys, int days, long seed, LocalDate monday) {
        return of(journeys, days, monday, new TrafficProfile(seed, 1));
    }

    static LoadPlan of(int journeys, int days, LocalDate monday, TrafficProfile profile) {
        List<PlannedOrder> orders = orders(journeys, days, monday, profile);
        Map<Shelf, Integer> demand = new LinkedHashMap<>();
        orders.forEach(order -> {
            order.lines()
                    .forEach(line -> demand.merge(new Shelf(order.place(), line.sku()), line.quantity(), Integer::sum));
            demand.merge(
                    new Shelf(order.place(), order.lines().get(0).sku()),
                    order.course().extraPieces(),
                    Integer::sum);
        });
        Map<Shelf, Integer> shelves = new LinkedHashMap<>();
        List<Delivery> deliveries = new ArrayList<>();
        demand.forEach((shelf, pieces) -> {
            if (ON_SHELF.contains(shelf.sku())) {
                // A few are left over, as in any shop.
                shelves.put(shelf, pieces + 3);
            } else {
                shelves.put(shelf, 0);
                deliveries.addAll(deliveries(shelf, pieces, days, monday, profile));
            }
        });
        List<Shift> shifts = shifts(journeys, days, monday, profile);
        List<PlannedQuestion> questions = questions(orders, profile);
        return new LoadPlan(profile, monday, days, orders, questions, Map.copyOf(shelves), deliveries, shifts);
    }

    /** The first moment; nobody has ordered anything yet. */
    Instant beginsAt() {
        return monday.atStartOfDay(QuietWeek.SHOP_ZONE).toInstant();
    }

    /** When the last day with orders is over. */
    Instant ordersEndAt() {
        return monday.plusDays(days).atStartOfDay(QuietWeek.SHOP_ZONE).toInstant();
    }

    /** When whatever is not done is given up. */
    Instant givesUpAt() {
        return ordersEndAt().plus(Duration.ofDays(DAYS_AFTERWARDS));
    }

    private static List<PlannedOrder> orders(int journeys, int days, LocalDate monday, TrafficProfile profile) {
        List<Instant> hours = new ArrayList<>();
        List<Double> upTo = new ArrayList<>();
        double sum = 0;
        for (int day = 0; day < days; day++) {
            LocalDate date = monday.plusDays(day);
            double share = isWeekend(date) ? WEEKEND_SHARE : 1;
            for (int hour = 0; hour < BY_HOUR.length; hour++) {
                sum += BY_HOUR[hour] * share;
                hours.add(date.atTime(hour, 0).atZone(QuietWeek.SHOP_ZONE).toInstant());
                upTo.add(sum);
            }
        }
        List<Instant> times = new ArrayList<>();
        for (int n = 0; n < journeys; n++) {
            SplittableRandom random = profile.random("arrival-" + n, "time");
            double mark = random.nextDouble() * sum;
            int hour = 0;
            while (upTo.get(hour) <= mark) {
                hour++;
            }
            times.add(hours.get(hour).plusSeconds(random.nextInt(3_600)));
        }
        times.sort(Comparator.naturalOrder());
        List<PlannedOrder> orders = new ArrayList<>();
        for (int n = 0; n < journeys; n++) {
            orders.add(order("L-%06d".formatted(n + 1), times.get(n), n, profile));
        }
        return List.copyOf(orders);
    }

    private static PlannedOrder order(String reference, Instant placeAt, int number, TrafficProfile profile) {
        SplittableRandom random = profile.random(reference, "order");
        Course course = Course.any(profile.random(reference, "course"));
        boolean onTheWay = random.nextDouble() < ON_THE_WAY_SHARE && !course.hasTwoArticles();
        boolean oneChannel = random.nextDouble() < ONE_CHANNEL_SHARE;
        boolean byMail = random.nextBoolean();
        String point = POINTS.get(random.nextInt(POINTS.size()));
        List<PlannedOrder.Line> lines = new ArrayList<>();
        lines.add(new PlannedOrder.Line(
                any(onTheWay ? ON_THE_WAY : ON_SHELF, random), random.nextDouble() < TWO_PIECES_SHARE ? 2 : 1));
        if (course.hasTwoArticles()) {
            lines.add(new PlannedOrder.Line(any(ON_THE_WAY, random), 1));
        }
        return new PlannedOrder(
                reference,
                placeAt,
                course,
                course.kind() == Course.Kind.DELIVERY ? WAREHOUSE : point,
                List.copyOf(lines),
                any(LANGUAGES, random),
                oneChannel && !byMail ? null : reference.toLowerCase(Locale.ROOT) + "@example.org",
                oneChannel && byMail ? null : "+48600%06d".formatted(number),
                random.nextDouble() < OFFER_SHARE);
    }

    /** Asked at the times of some of the orders, by others. */
    private static List<PlannedQuestion> questions(List<PlannedOrder> orders, TrafficProfile profile) {
        List<PlannedQuestion> questions = new ArrayList<>();
        for (int n = ORDERS_PER_QUESTION - 1; n < orders.size(); n += ORDERS_PER_QUESTION) {
            String reference = "Q-%06d".formatted(n + 1);
            SplittableRandom random = profile.random(reference, "question");
            boolean alert = questions.size() % QUESTIONS_PER_ALERT == 0;
            questions.add(new PlannedQuestion(
                    reference,
                    orders.get(n).placeAt(),
                    any(LANGUAGES, random),
                    alert ? any(ON_THE_WAY, random) : "",
                    any(POINTS, random)));
        }
        return List.copyOf(questions);
    }

    private static String any(List<String> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<Delivery> deliveries(
            Shelf shelf, int pieces, int days, LocalDate monday, TrafficProfile profile) {
        int count = Math.max(1, pieces / ORDERS_PER_DELIVERY);
        List<Delivery> deliveries = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            String id = shelf.pickupPoint() + "/" + shelf.sku() + "/" + n;
            SplittableRandom random = profile.random(id, "delivery");
            LocalDate date = workday(monday.plusDays(1 + (long) n * days / count));
            Instant etaAt = at(date, LocalTime.of(9 + random.nextInt(6), 0));
            Delivery.Slip slip = null;
            Instant arrivesAt = etaAt.plus(Duration.ofMinutes(random.nextInt(-40, 30)));
            if (random.nextDouble() < SLIP_SHARE) {
                Instant later = random.nextBoolean()
                        ? etaAt.plus(Duration.ofHours(2))
                        : at(workday(date.plusDays(1)), LocalTime.of(9 + random.nextInt(6), 30));
                slip = new Delivery.Slip(etaAt.minus(Duration.ofMinutes(random.nextInt(30, 20 * 60))), later);
                arrivesAt = later.plus(Duration.ofMinutes(random.nextInt(-20, 20)));
            }
            int quantity = pieces / count + (n < pieces % count ? 1 : 0);
            String uuid =
                    new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63).toString();
            deliveries.add(new Delivery(uuid, shelf.pickupPoint(), shelf.sku(), quantity, etaAt, slip, arrivesAt));
        }
        return deliveries;
    }

    private static List<Shift> shifts(int journeys, int days, LocalDate monday, TrafficProfile profile) {
        int signaturesPerPointAndDay = roundedUp(journeys, 2 * POINTS.size() * days);
        int experts = 1 + roundedUp(signaturesPerPointAndDay, SIGNATURES_PER_SHIFT);
        List<Shift> shifts = new ArrayList<>();
        for (LocalDate date = monday; date.isBefore(monday.plusDays(days + DAYS_AFTERWARDS)); date = date.plusDays(1)) {
            if (date.getDayOfWeek() == DayOfWeek.SUNDAY) {
                continue;
            }
            for (String point : POINTS) {
                for (int n = 0; n < experts; n++) {
                    shifts.add(shift("expert-" + point + "-" + n, point, date, n % 2 == 0, profile));
                }
            }
        }
        return List.copyOf(shifts);
    }

    private static int roundedUp(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    private static Shift shift(String expert, String point, LocalDate date, boolean early, TrafficProfile profile) {
        boolean saturday = date.getDayOfWeek() == DayOfWeek.SATURDAY;
        LocalTime from = saturday ? LocalTime.of(10, 0) : early ? LocalTime.of(9, 0) : LocalTime.of(11, 0);
        LocalTime until = saturday ? LocalTime.of(15, 0) : from.plusHours(8);
        SplittableRandom random = profile.random(expert, date.toString());
        boolean away = random.nextDouble() < EXPERT_AWAY_SHARE;
        Instant comesAt = at(date, away ? until.plusHours(2) : from.plusMinutes(random.nextInt(12)));
        return new Shift(expert, point, date, from, until, comesAt);
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(QuietWeek.SHOP_ZONE).toInstant();
    }

    private static LocalDate workday(LocalDate date) {
        LocalDate workday = date;
        while (isWeekend(workday)) {
            workday = workday.plusDays(1);
        }
        return workday;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
