package io.orderjourney.fulfillment.pickup.rest;

import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.fulfillment.catalogue.UnknownGoods;
import io.orderjourney.fulfillment.catalogue.usecase.KnownGoods;
import io.orderjourney.fulfillment.pickup.usecase.PickupOffers;
import io.orderjourney.fulfillment.pickup.usecase.PickupOffers.Basket;
import io.orderjourney.promises.OptionQuestion;
import io.orderjourney.promises.OptionSource;
import io.orderjourney.promises.PromiseOption;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * {@code GET /api/v1/promise-options?kind=PICKUP_READY&pickupPoint=WAW-01&payment=CREDIT&lines=PHONE-X1-BLACK:1,CASE:2}:
 * pickup days at checkout, or with {@code journeyId} for an order that exists.
 */
@ApplicationScoped
class PickupReadyOptions implements OptionSource {

    private static final int LINES_MAX = 100;
    private static final String QUANTITY = "[1-9][0-9]{0,5}";

    private final PickupOffers offers;
    private final KnownGoods known;
    private final CurrentTerms terms;

    PickupReadyOptions(PickupOffers offers, KnownGoods known, CurrentTerms terms) {
        this.offers = offers;
        this.known = known;
        this.terms = terms;
    }

    @Override
    public PromiseKind kind() {
        return PromiseKind.PICKUP_READY;
    }

    @Override
    public List<PromiseOption> options(OptionQuestion question) {
        UUID journeyId = question.journeyId();
        if (journeyId != null) {
            return offers.reschedule(journeyId, question.requestedAt(), question.language());
        }
        Map<String, String> details = question.details();
        Basket basket = new Basket(
                openPoint(details.getOrDefault("pickupPoint", "")),
                payment(details.getOrDefault("payment", "")),
                lines(details.getOrDefault("lines", "")));
        requireKnown(basket);
        return offers.offer(basket, question.requestedAt(), question.language());
    }

    private String openPoint(String given) {
        String code = pickupPoint(given);
        return terms.point(code)
                .filter(PickupPoint::takesOrders)
                .map(PickupPoint::code)
                .orElseThrow(() -> Problem.invalidParameter(
                        "pickupPoint", "There is no such pickup point, or it takes no orders any more."));
    }

    private void requireKnown(Basket basket) {
        try {
            known.require(basket.pickupPoint(), basket.quantityBySku().keySet());
        } catch (UnknownGoods unknown) {
            throw Problem.invalidParameter("lines", "An article is not in the catalogue.");
        }
    }

    private static String pickupPoint(String given) {
        if (!given.matches(Codes.PICKUP_POINT)) {
            throw Problem.invalidParameter("pickupPoint", "The code of a pickup point, or a journeyId instead.");
        }
        return given;
    }

    private static PaymentMethod payment(String given) {
        return Arrays.stream(PaymentMethod.values())
                .filter(method -> method.name().equals(given))
                .findFirst()
                .orElseThrow(() -> Problem.invalidParameter("payment", "CREDIT or ON_PICKUP."));
    }

    private static Map<String, Integer> lines(String given) {
        String[] lines = given.split(",", LINES_MAX + 1);
        Map<String, Integer> quantityBySku = new TreeMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            String sku = line.substring(0, Math.max(colon, 0));
            String quantity = line.substring(colon + 1);
            if (lines.length > LINES_MAX || !sku.matches(Codes.SKU) || !quantity.matches(QUANTITY)) {
                throw Problem.invalidParameter("lines", "sku:quantity, separated by commas, 100 at most.");
            }
            quantityBySku.merge(sku, Integer.parseInt(quantity), Integer::sum);
        }
        return quantityBySku;
    }
}
