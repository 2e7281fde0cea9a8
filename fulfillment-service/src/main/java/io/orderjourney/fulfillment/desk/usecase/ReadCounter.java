package io.orderjourney.fulfillment.desk.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.fulfillment.contacts.Contact;
import io.orderjourney.fulfillment.contacts.Contacts;
import io.orderjourney.fulfillment.desk.ScannedCode;
import io.orderjourney.fulfillment.pickup.FastLane;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.Reservation;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a pickup point's counter has to know. A point that is null stands for all of them. */
@ApplicationScoped
public class ReadCounter {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Pickups pickups;
    private final Reservations reservations;
    private final Contacts contacts;
    private final Promises promises;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    /**
     * An order at the counter.
     *
     * @param customer null if they were erased, or are not known here yet
     * @param journey all promises of the journey that this service knows
     */
    public record Work(
            Pickup pickup, Reservation goods, @Nullable Contact customer, List<Promise> journey) {

        /** The open promise of a kind, made by any desk. */
        public Optional<Promise> open(PromiseKind kind) {
            return journey.stream()
                    .filter(promise -> promise.isOpen() && promise.kind().equals(kind))
                    .findFirst();
        }

        /** Why they are served first; empty if they are served in their turn. */
        public Optional<FastLane> fastLane(Instant now) {
            return FastLane.of(pickup, journey, now);
        }

        /** The promise that the counter works on; empty if there is none. */
        public Optional<Promise> own() {
            return open(PromiseKind.PICKUP_SLOT)
                    .or(() -> open(PromiseKind.PICKUP_READY))
                    .or(() -> open(PromiseKind.REST_READY));
        }
    }

    /** Where an order stands in the counter's day. */
    public enum Part {
        /** Somebody comes today at an agreed hour. */
        TODAY,
        /** The goods are ready and wait for the customer. */
        WAITING,
        /** Not ready yet. */
        COMING
    }

    /** A row of the counter's day. */
    public record Row(Part part, Work work, Promise promise, Outlook outlook, Expectation expectation) {}

    ReadCounter(
            Pickups pickups,
            Reservations reservations,
            Contacts contacts,
            Promises promises,
            CurrentTerms terms,
            BusinessClock clock) {
        this.pickups = pickups;
        this.reservations = reservations;
        this.contacts = contacts;
        this.promises = promises;
        this.terms = terms;
        this.clock = clock;
    }

    /** Who comes today by the hour, then what is ready and waits, whom the shop failed first, then what is still to become ready. */
    @Transactional
    public List<Row> day(@Nullable String pickupPoint, int atMost) {
        List<UUID> slots = pickups.promised(PromiseKind.PICKUP_SLOT, Desk.PICKUP_POINT, pickupPoint, atMost);
        List<UUID> signatures = pickups.promised(PromiseKind.SIGNING_APPOINTMENT, Desk.CREDIT, pickupPoint, atMost);
        List<UUID> coming = pickups.promised(PromiseKind.PICKUP_READY, Desk.PICKUP_POINT, pickupPoint, atMost);
        List<UUID> rest = pickups.promised(PromiseKind.REST_READY, Desk.PICKUP_POINT, pickupPoint, atMost);
        Map<UUID, Work> works =
                read(Stream.of(slots, signatures, coming, rest)
                                .flatMap(List::stream)
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(work -> work.pickup().orderId(), work -> work));
        Set<UUID> shown = new LinkedHashSet<>();
        List<Row> rows = new ArrayList<>();
        Comparator<Row> byHour = Comparator.comparing(row -> row.promise().anchorAt());
        Stream.concat(
                        rows(Part.TODAY, slots, PromiseKind.PICKUP_SLOT, works)
                                .filter(row -> !row.promise().isWaiting()),
                        rows(Part.TODAY, signatures, PromiseKind.SIGNING_APPOINTMENT, works))
                .filter(row -> isToday(row.promise().anchorAt()))
                .sorted(byHour)
                .filter(row -> shown.add(row.work().pickup().orderId()))
                .forEach(rows::add);
        Instant now = clock.instant();
        Comparator<Row> failedFirst =
                Comparator.comparing(row -> row.work().fastLane(now).isEmpty());
        Stream.concat(
                        rows(Part.WAITING, slots, PromiseKind.PICKUP_SLOT, works)
                                .sorted(failedFirst),
                        Stream.concat(
                                rows(Part.COMING, coming, PromiseKind.PICKUP_READY, works),
                                rows(Part.COMING, rest, PromiseKind.REST_READY, works)))
                .filter(row -> shown.add(row.work().pickup().orderId()))
                .forEach(rows::add);
        return rows;
    }

    private boolean isToday(Instant at) {
        ShopTerms shop = terms.get();
        LocalDate today = clock.instant().atZone(shop.zone()).toLocalDate();
        return !at.atZone(shop.zone()).toLocalDate().isAfter(today);
    }

    private Stream<Row> rows(Part part, List<UUID> orderIds, PromiseKind kind, Map<UUID, Work> works) {
        Instant now = clock.instant();
        return orderIds.stream()
                .flatMap(orderId -> Stream.ofNullable(works.get(orderId)))
                .flatMap(work -> work.open(kind).stream().map(promise -> {
                    ShopTerms shop = terms.at(work.pickup().pickupPoint());
                    List<Promise> known = work.journey().stream()
                            .filter(one -> shop.knows(one.kind()))
                            .toList();
                    Expectation expectation =
                            JourneyForecast.of(known, shop, now).of(promise);
                    return new Row(part, work, promise, promise.outlook(expectation, shop, now), expectation);
                }));
    }

    /** The order, if it is picked up at this point. */
    @Transactional
    public Optional<Work> of(UUID orderId, @Nullable String pickupPoint) {
        return here(read(List.of(orderId)), pickupPoint).findFirst();
    }

    /** What a scanned code or a typed text may mean: one order, or those of customers of this name. */
    @Transactional
    public List<Work> find(String text, @Nullable String pickupPoint, int atMost) {
        List<UUID> named = ScannedCode.candidates(text).stream()
                .flatMap(code -> Stream.concat(ofId(code).stream(), pickups.ofNumber(code).stream()))
                .limit(1)
                .toList();
        List<UUID> found = named.isEmpty() ? ofName(text, pickupPoint, atMost) : named;
        return here(read(found), pickupPoint).toList();
    }

    private List<UUID> ofName(String text, @Nullable String pickupPoint, int atMost) {
        List<String> words = Contact.wordsOf(text);
        return words.isEmpty() ? List.of() : pickups.ofName(words, pickupPoint, atMost);
    }

    private static Optional<UUID> ofId(String code) {
        return UUID_TEXT.matcher(code).matches() ? Optional.of(UUID.fromString(code)) : Optional.empty();
    }

    /** A number that changes when the counter's day does. */
    @Transactional
    public long revision() {
        return pickups.revision();
    }

    private static Stream<Work> here(List<Work> works, @Nullable String pickupPoint) {
        return works.stream()
                .filter(work -> pickupPoint == null
                        || work.pickup().board().pickupPoint().equals(pickupPoint));
    }

    private List<Work> read(Collection<UUID> orderIds) {
        List<Pickup> found = pickups.of(List.copyOf(orderIds));
        List<UUID> ids = found.stream().map(Pickup::orderId).toList();
        Map<UUID, Reservation> goods = reservations.of(ids);
        Map<UUID, Contact> customers =
                contacts.of(found.stream().map(Pickup::customerId).toList());
        Map<UUID, List<Promise>> journeys =
                promises.of(ids).stream().collect(Collectors.groupingBy(Promise::journeyId));
        return found.stream()
                .map(pickup -> new Work(
                        pickup,
                        Objects.requireNonNull(goods.get(pickup.orderId())),
                        customers.get(pickup.customerId()),
                        journeys.getOrDefault(pickup.orderId(), List.of())))
                .toList();
    }
}
