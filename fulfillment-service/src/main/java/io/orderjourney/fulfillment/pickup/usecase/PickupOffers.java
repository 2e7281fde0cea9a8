package io.orderjourney.fulfillment.pickup.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Hmac;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.fulfillment.pickup.HypotheticalOrder;
import io.orderjourney.fulfillment.pickup.PickupPromisesPolicy;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.usecase.ReserveGoods;
import io.orderjourney.fulfillment.supply.usecase.ReserveGoods.Wanted;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.PromiseOption;
import io.orderjourney.promises.PromiseRefused;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.SignedOffer;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseOptions;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.BusinessClock;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Offers at checkout by when an order would be ready, signed: an order that comes with the offer in time gets that day.
 */
@Startup
@ApplicationScoped
public class PickupOffers {

    private static final int OPTIONS_MAX = 3;

    private final ReserveGoods goods;
    private final Promises promises;
    private final PromiseOptions ask;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final String secret;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    PickupOffers(
            ReserveGoods goods,
            Promises promises,
            PromiseOptions ask,
            CurrentTerms terms,
            BusinessClock clock,
            @ConfigProperty(name = "journey.offers.secret") String secret) {
        if (secret.length() < Hmac.SECRET_LENGTH_MIN) {
            throw new IllegalStateException(
                    "journey.offers.secret is shorter than " + Hmac.SECRET_LENGTH_MIN + " characters");
        }
        this.goods = goods;
        this.promises = promises;
        this.ask = ask;
        this.terms = terms;
        this.clock = clock;
        this.secret = secret;
    }

    /** What a customer would order. */
    public record Basket(String pickupPoint, PaymentMethod payment, Map<String, Integer> quantityBySku) {

        String subject() {
            return SignedOffer.subjectOf(pickupPoint, payment.name(), quantityBySku);
        }

        List<Wanted> goods() {
            return quantityBySku.entrySet().stream()
                    .map(line -> new Wanted(line.getKey(), line.getValue()))
                    .toList();
        }
    }

    /**
     * Pickup days for an order that does not exist yet, earliest first; empty if its goods have no known source: then the
     * order is promised the next update.
     *
     * @param requestedAt the day the customer asks for; null for the earliest
     * @throws PromiseRefused if the requested day would not hold
     */
    public List<PromiseOption> offer(Basket basket, @Nullable Instant requestedAt, String language) {
        Supply supply = goods.forecast(basket.pickupPoint(), basket.goods());
        if (supply.state() == Supply.State.UNKNOWN) {
            return List.of();
        }
        ShopTerms shop = terms.at(basket.pickupPoint());
        Instant now = clock.instant();
        return dates(basket, supply, requestedAt, shop, now).stream()
                .map(date -> PromiseOption.of(
                        PromiseKind.PICKUP_READY, date, shop, language, signed(basket, date, shop, now)))
                .toList();
    }

    /** The days to which the pickup of an existing order can be rescheduled. */
    public List<PromiseOption> reschedule(UUID orderId, @Nullable Instant requestedAt, String language) {
        GrantedDate date = ask.dateFor(PromiseKind.PICKUP_READY, promises.of(orderId), requestedAt);
        return List.of(PromiseOption.of(PromiseKind.PICKUP_READY, date, terms.get(), language, null));
    }

    private List<GrantedDate> dates(
            Basket basket, Supply supply, @Nullable Instant requestedAt, ShopTerms shop, Instant now) {
        PromiseDates ask = PromiseDates.at(now, shop);
        JourneyForecast forecast = JourneyForecast.of(HypotheticalOrder.of(supply, shop, now), shop, now);
        List<PromiseKind> waitsFor = PickupPromisesPolicy.waitsFor(basket.payment(), supply.state());
        DeskLoad load = promises.load(Desk.PICKUP_POINT);
        if (requestedAt != null) {
            return List.of(ask.requested(PromiseKind.PICKUP_READY, requestedAt, waitsFor, forecast, load));
        }
        List<GrantedDate> dates = new ArrayList<>();
        dates.add(ask.earliest(PromiseKind.PICKUP_READY, waitsFor, forecast, load));
        BusinessCalendar counter = shop.calendar(Desk.PICKUP_POINT);
        while (dates.size() < OPTIONS_MAX) {
            Instant last = dates.get(dates.size() - 1).dueAt();
            Instant nextDay = counter.nextOpen(counter.closingAt(last));
            dates.add(ask.requested(PromiseKind.PICKUP_READY, counter.closingAt(nextDay), waitsFor, forecast, load));
        }
        return dates;
    }

    private String signed(Basket basket, GrantedDate date, ShopTerms shop, Instant now) {
        return new SignedOffer(
                        ids.generate(),
                        basket.subject(),
                        date.dueAt(),
                        date.precision(),
                        now,
                        now.plus(shop.policy().offerValidFor()))
                .sign(secret);
    }
}
