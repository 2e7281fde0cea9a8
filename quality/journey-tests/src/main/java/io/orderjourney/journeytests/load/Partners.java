package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/** Suppliers say when they come and come; the bank decides sooner or later; experts check in. */
final class Partners implements Worker {

    private static final double BANK_LATE_SHARE = 0.06;
    private static final double PAPERS_LATE_SHARE = 0.05;

    private record Deed(Instant at, Runnable work) {}

    private final Doors doors;
    private final Shop shop;
    private final Habits habits;
    private final PriorityQueue<Deed> deeds = new PriorityQueue<>(Comparator.comparing(Deed::at));

    Partners(Doors doors, Shop shop, LoadPlan plan) {
        this.doors = doors;
        this.shop = shop;
        this.habits = plan.habits();
        plan.deliveries().forEach(this::plan);
        plan.shifts().forEach(shift -> deeds.add(new Deed(shift.comesAt(), () -> checkIn(shift))));
    }

    /** Before the first order: shelves are counted, suppliers confirm, the roster is written. */
    static List<Callable<Void>> preparations(Doors doors, Shop shop, LoadPlan plan) {
        List<Callable<Void>> work = new ArrayList<>();
        plan.shelves()
                .forEach((shelf, pieces) -> work.add(Worker.doing(() -> doors.put(
                                "warehouse",
                                "/fulfillment-service/api/v1/stock/" + shelf.pickupPoint() + "/" + shelf.sku(),
                                "{\"onHand\":" + pieces + "}")
                        .ok())));
        for (Delivery delivery : plan.deliveries()) {
            String body = "{\"supplier\":\"mobile-import\",\"pickupPoint\":\"%s\",\"etaAt\":\"%s\",\"lines\":[%s]}"
                    .formatted(delivery.pickupPoint(), delivery.etaAt(), line(delivery));
            work.add(Worker.doing(
                    () -> doors.put("operator", door(shop, delivery, ""), body).ok()));
        }
        for (Shift shift : plan.shifts()) {
            String body = "{\"pickupPoint\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
                    .formatted(shift.pickupPoint(), shift.from(), shift.until());
            String door = "/credit-service/api/v1/roster/" + shift.expert() + "/shifts/" + shift.date();
            work.add(Worker.doing(() -> doors.put("credit", door, body).ok()));
        }
        return work;
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        work.add(Worker.doing(() -> bankMood(now)));
        while (!deeds.isEmpty() && !deeds.peek().at().isAfter(now)) {
            Deed deed = deeds.remove();
            work.add(Worker.doing(deed.work()));
        }
        return work;
    }

    private void plan(Delivery delivery) {
        Delivery.Slip slip = delivery.slip();
        if (slip != null) {
            String words = "{\"etaAt\":\"" + slip.etaAt() + "\",\"why\":\"lorry held up\"}";
            deeds.add(new Deed(
                    slip.saidAt(),
                    () -> doors.post("operator", door(shop, delivery, "/eta"), words)
                            .ok()));
        }
        String goods = "{\"pickupPoint\":\"%s\",\"lines\":[%s]}".formatted(delivery.pickupPoint(), line(delivery));
        deeds.add(new Deed(
                delivery.arrivesAt(),
                () -> doors.post("partner", door(shop, delivery, "/arrive"), goods)
                        .ok()));
    }

    private void checkIn(Shift shift) {
        doors.post(
                "pickup-point",
                "/credit-service/api/v1/roster/" + shift.expert() + "/check-in",
                "{\"pickupPoint\":\"" + shift.pickupPoint() + "\"}");
    }

    /** How long the bank takes for what it gets now: mostly what it says, sometimes longer. */
    private void bankMood(Instant now) {
        SplittableRandom dice = habits.dice("bank", now.toString());
        Duration decision = dice.nextDouble() < BANK_LATE_SHARE
                ? Duration.ofMinutes(dice.nextInt(5 * 60, 26 * 60))
                : Duration.ofMinutes(dice.nextInt(20, 230));
        Duration papers = dice.nextDouble() < PAPERS_LATE_SHARE
                ? Duration.ofHours(dice.nextInt(40, 60))
                : Duration.ofMinutes(dice.nextInt(10 * 60, 28 * 60));
        shop.put(
                        "operator",
                        shop.standIn("bank") + "/behaviour",
                        "{\"decisionPromise\":\"PT4H\",\"decisionDelay\":\"%s\",\"papersDelay\":\"%s\"}"
                                .formatted(decision, papers))
                .ok();
    }

    private static String door(Shop shop, Delivery delivery, String door) {
        return shop.standIn("supplier") + "/purchase-orders/" + delivery.id() + door;
    }

    private static String line(Delivery delivery) {
        return "{\"sku\":\"%s\",\"quantity\":%d}".formatted(delivery.sku(), delivery.quantity());
    }
}
