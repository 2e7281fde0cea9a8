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

    private record Action(Instant at, Runnable work) {}

    private final ApiClient api;
    private final Shop shop;
    private final TrafficProfile profile;
    private final PriorityQueue<Action> actions = new PriorityQueue<>(Comparator.comparing(Action::at));

    Partners(ApiClient api, Shop shop, LoadPlan plan) {
        this.api = api;
        this.shop = shop;
        this.profile = plan.profile();
        plan.deliveries().forEach(this::plan);
        plan.shifts().forEach(shift -> actions.add(new Action(shift.comesAt(), () -> checkIn(shift))));
    }

    /** Before the first order: shelves are counted, suppliers confirm, the roster is written. */
    static List<Callable<Void>> preparations(ApiClient api, Shop shop, LoadPlan plan) {
        List<Callable<Void>> work = new ArrayList<>();
        plan.shelves()
                .forEach((shelf, pieces) -> work.add(Worker.doing(() -> api.put(
                                "warehouse",
                                "/fulfillment-service/api/v1/stock/" + shelf.pickupPoint() + "/" + shelf.sku(),
                                "{\"onHand\":" + pieces + "}")
                        .ok())));
        for (Delivery delivery : plan.deliveries()) {
            String body = "{\"supplier\":\"mobile-import\",\"pickupPoint\":\"%s\",\"etaAt\":\"%s\",\"lines\":[%s]}"
                    .formatted(delivery.pickupPoint(), delivery.etaAt(), line(delivery));
            work.add(Worker.doing(
                    () -> api.put("operator", path(shop, delivery, ""), body).ok()));
        }
        for (Shift shift : plan.shifts()) {
            String body = "{\"pickupPoint\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
                    .formatted(shift.pickupPoint(), shift.from(), shift.until());
            String path = "/credit-service/api/v1/roster/" + shift.expert() + "/shifts/" + shift.date();
            work.add(Worker.doing(() -> api.put("credit", path, body).ok()));
        }
        return work;
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        work.add(Worker.doing(() -> setBankDelays(now)));
        while (!actions.isEmpty() && !actions.peek().at().isAfter(now)) {
            Action action = actions.remove();
            work.add(Worker.doing(action.work()));
        }
        return work;
    }

    private void plan(Delivery delivery) {
        Delivery.Slip slip = delivery.slip();
        if (slip != null) {
            String words = "{\"etaAt\":\"" + slip.etaAt() + "\",\"why\":\"lorry held up\"}";
            actions.add(new Action(
                    slip.saidAt(),
                    () -> api.post("operator", path(shop, delivery, "/eta"), words)
                            .ok()));
        }
        String goods = "{\"pickupPoint\":\"%s\",\"lines\":[%s]}".formatted(delivery.pickupPoint(), line(delivery));
        actions.add(new Action(
                delivery.arrivesAt(),
                () -> api.post("operator", path(shop, delivery, "/arrive"), goods)
                        .ok()));
    }

    private void checkIn(Shift shift) {
        api.post(
                "pickup-point",
                "/credit-service/api/v1/roster/" + shift.expert() + "/check-in",
                "{\"pickupPoint\":\"" + shift.pickupPoint() + "\"}");
    }

    /** How long the bank takes for what it gets now: mostly what it says, sometimes longer. */
    private void setBankDelays(Instant now) {
        SplittableRandom random = profile.random("bank", now.toString());
        Duration decision = random.nextDouble() < BANK_LATE_SHARE
                ? Duration.ofMinutes(random.nextInt(5 * 60, 26 * 60))
                : Duration.ofMinutes(random.nextInt(20, 230));
        Duration papers = random.nextDouble() < PAPERS_LATE_SHARE
                ? Duration.ofHours(random.nextInt(40, 60))
                : Duration.ofMinutes(random.nextInt(10 * 60, 28 * 60));
        shop.put(
                        "operator",
                        shop.simulator("bank") + "/behaviour",
                        "{\"decisionPromise\":\"PT4H\",\"decisionDelay\":\"%s\",\"papersDelay\":\"%s\"}"
                                .formatted(decision, papers))
                .ok();
    }

    private static String path(Shop shop, Delivery delivery, String path) {
        return shop.simulator("supplier") + "/purchase-orders/" + delivery.id() + path;
    }

    private static String line(Delivery delivery) {
        return "{\"sku\":\"%s\",\"quantity\":%d}".formatted(delivery.sku(), delivery.quantity());
    }
}
