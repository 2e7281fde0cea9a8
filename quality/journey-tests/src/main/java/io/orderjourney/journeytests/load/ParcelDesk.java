package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.QuietWeek;
import io.orderjourney.journeytests.shop.Shop;
import io.orderjourney.journeytests.story.CustomersBrowser;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * The warehouse packs what is promised to be sent, the courier brings it: on the next working day, a day later than it first
 * said, or to a door that stays closed. What comes back is checked in.
 */
final class ParcelDesk implements Worker {

    private static final String PARCELS = "/fulfillment-service/api/v1/parcels/";
    private static final Duration AGAIN = Duration.ofMinutes(60);
    private static final LocalTime OUT = LocalTime.of(8, 30);

    /** Where the courier is with a parcel. */
    private enum Leg {
        TO_DELIVER,
        OUT,
        AT_CLOSED_DOOR,
        COMING_BACK,
        BROUGHT_BACK,
        DONE
    }

    private final ApiClient api;
    private final Shop shop;
    private final TrafficProfile profile;
    private final Account account;
    private final Storefront storefront;
    private final Agenda agenda = new Agenda();
    private final Map<String, Leg> legs = new HashMap<>();
    private final Set<String> missedOnce = new HashSet<>();
    /** The number of the date that stood when the customer chose another one. */
    private final Map<String, Integer> chosenAfter = new HashMap<>();

    ParcelDesk(ApiClient api, Shop shop, TrafficProfile profile, Account account, Storefront storefront) {
        this.api = api;
        this.shop = shop;
        this.profile = profile;
        this.account = account;
        this.storefront = storefront;
    }

    /** Whether some parcel is still on its way, to its customer or back. */
    boolean hasParcels() {
        return legs.values().stream().anyMatch(leg -> leg != Leg.DONE);
    }

    /** The customer of the parcel reads a message that asks for another day, and chooses one on the page behind its link. */
    void isAsked(String journeyId, PlannedOrder order, String text) {
        if (order.course() == Course.DELIVERED_AT_SECOND_ATTEMPT
                && legs.get(journeyId) == Leg.AT_CLOSED_DOOR
                && CustomersBrowser.at(text).chooseLastTime()) {
            legs.put(journeyId, Leg.TO_DELIVER);
            agenda.forget(journeyId);
            delivery(journeyId).ifPresent(promise -> chosenAfter.put(journeyId, promise.revision()));
        }
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        storefront.placed().forEach((journeyId, order) -> {
            if (order.isDelivery()) {
                JourneyFacts journey = account.journey(journeyId);
                if (!journey.has("fulfillment.parcel-dispatched.v1")) {
                    dispatch(journey, order, now, openDesks, work);
                } else {
                    carry(journey, order, now, openDesks, work);
                }
            }
        });
        return work;
    }

    private void dispatch(
            JourneyFacts journey, PlannedOrder order, Instant now, Set<String> openDesks, List<Callable<Void>> work) {
        boolean promised = journey.promises.values().stream()
                .anyMatch(promise -> promise.kind.equals("DISPATCH") && promise.isOpen());
        Duration delay =
                profile.between(order.reference(), "dispatch", Duration.ofMinutes(20), Duration.ofMinutes(200));
        if (promised && !journey.isOver() && openDesks.contains("WAREHOUSE") && agenda.isTime(journey.id, now, delay)) {
            agenda.set(journey.id, now.plus(AGAIN));
            work.add(Worker.doing(() -> {
                Shop.Response parcel = api.get("warehouse", PARCELS + journey.id);
                boolean packed = true;
                for (var line : parcel.body().path("lines")) {
                    packed &= line.path("onShelf").asInt()
                            >= line.path("quantity").asInt();
                }
                if (packed) {
                    api.post("warehouse", PARCELS + journey.id + "/dispatch", "{}", parcel.etag());
                }
            }));
        }
    }

    private void carry(
            JourneyFacts journey, PlannedOrder order, Instant now, Set<String> openDesks, List<Callable<Void>> work) {
        String id = journey.id;
        Leg leg = legs.get(id);
        if (leg == null) {
            leg = Leg.TO_DELIVER;
            legs.put(id, leg);
            agenda.set(id, at(workdayAfter(now), OUT));
            if (order.course() == Course.DELIVERED_LATER) {
                Instant later = at(workdayAfter(at(workdayAfter(now), OUT)), LocalTime.of(15, 0));
                agenda.set(id, at(workdayAfter(at(workdayAfter(now), OUT)), OUT));
                report(work, id, "{\"report\":\"ETA\",\"etaAt\":\"" + later + "\"}");
            }
        }
        if (journey.has("fulfillment.parcel-recalled.v1") && leg.compareTo(Leg.COMING_BACK) < 0) {
            legs.put(id, Leg.COMING_BACK);
            agenda.set(id, at(workdayAfter(now), LocalTime.of(11, 0)));
        } else if (!agenda.knows(id)) {
            // Another day was chosen: the one that is promised now.
            delivery(id)
                    .filter(promise -> promise.revision() > chosenAfter.getOrDefault(id, -1))
                    .ifPresent(promise -> agenda.set(id, at(dateOf(promise.dueAt()), OUT)));
        } else if (agenda.isTime(id, now)) {
            next(journey, order, leg, now, openDesks, work);
        }
    }

    private Optional<PromiseFacts> delivery(String journeyId) {
        return account.journey(journeyId).promises.values().stream()
                .filter(promise -> promise.kind.equals("DELIVERY") && promise.isOpen())
                .findFirst();
    }

    private void next(
            JourneyFacts journey,
            PlannedOrder order,
            Leg leg,
            Instant now,
            Set<String> openDesks,
            List<Callable<Void>> work) {
        String id = journey.id;
        switch (leg) {
            case TO_DELIVER -> {
                report(work, id, "{\"report\":\"OUT_FOR_DELIVERY\"}");
                legs.put(id, Leg.OUT);
                agenda.set(
                        id,
                        now.plus(profile.between(
                                order.reference(), "tour", Duration.ofMinutes(40), Duration.ofHours(5))));
            }
            case OUT -> {
                boolean closed = order.course() == Course.PARCEL_RETURNED
                        || order.course() == Course.DELIVERED_AT_SECOND_ATTEMPT && missedOnce.add(id);
                report(work, id, "{\"report\":\"" + (closed ? "NOT_AT_HOME" : "DELIVERED") + "\"}");
                legs.put(id, closed ? Leg.AT_CLOSED_DOOR : Leg.DONE);
            }
            case COMING_BACK -> {
                report(work, id, "{\"report\":\"BROUGHT_BACK\"}");
                legs.put(id, Leg.BROUGHT_BACK);
                agenda.set(id, now.plus(AGAIN));
            }
            case BROUGHT_BACK -> {
                if (openDesks.contains("WAREHOUSE")) {
                    legs.put(id, Leg.DONE);
                    work.add(Worker.doing(() -> {
                        String etag = api.get("warehouse", PARCELS + id).etag();
                        api.post("warehouse", PARCELS + id + "/check-in", "{}", etag)
                                .ok();
                    }));
                }
            }
            case AT_CLOSED_DOOR, DONE -> {
                // It is the customer's turn, or there is nothing left to do.
            }
        }
    }

    private void report(List<Callable<Void>> work, String parcel, String words) {
        work.add(Worker.doing(
                () -> api.post("operator", shop.simulator("courier") + "/parcels/" + parcel + "/reports", words)
                        .ok()));
    }

    private static LocalDate workdayAfter(Instant now) {
        LocalDate date = dateOf(now).plusDays(1);
        while (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            date = date.plusDays(1);
        }
        return date;
    }

    private static LocalDate dateOf(Instant at) {
        return ZonedDateTime.ofInstant(at, QuietWeek.SHOP_ZONE).toLocalDate();
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(QuietWeek.SHOP_ZONE).toInstant();
    }
}
