package io.orderjourney.order.answercard;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.state.NextStep;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be done now in a journey, who does it, and until when. A step can be done now if everything it waits for is done.
 * Some steps are promised only when their time comes (the bank's decision, once the application is sent): they are named
 * with the time at which the forecast sees them done, so that an open journey always has a next step. What was withdrawn (an
 * appointment, because no expert was on the roster) is not done: it is named as if it had never been promised.
 */
public final class NextSteps {

    private final Map<PromiseKind, List<Promise>> byKind = new HashMap<>();
    private final PaymentMethod payment;
    private final PromiseKind aim;
    private final ShopTerms terms;
    private final JourneyForecast forecast;
    private final Instant now;

    private NextSteps(List<Promise> promises, PaymentMethod payment, PromiseKind aim, ShopTerms terms, Instant now) {
        promises.stream()
                // A call to confirm is withdrawn only when the customer was reached before it.
                .filter(promise ->
                        promise.withdrawnAt() == null || promise.kind().equals(PromiseKind.CONFIRMATION_CALL))
                .forEach(promise -> byKind.computeIfAbsent(promise.kind(), any -> new ArrayList<>())
                        .add(promise));
        this.payment = payment;
        this.aim = aim;
        this.terms = terms;
        this.now = now;
        this.forecast = JourneyForecast.of(promises, terms, now);
    }

    /**
     * The steps that can be done now, the promised ones first, each by what is due first; never empty.
     *
     * @param promises all promises of an open journey, of kinds that the shop's policy knows
     * @param byCourier whether the goods are delivered, and not collected
     */
    public static List<NextStep> of(
            List<Promise> promises, PaymentMethod payment, boolean byCourier, ShopTerms terms, Instant now) {
        PromiseKind aim = byCourier ? PromiseKind.DELIVERY : PromiseKind.PICKUP_READY;
        return new NextSteps(promises, payment, aim, terms, now).steps();
    }

    private record Candidate(NextStep step, boolean promised, Instant anchorAt) {}

    private List<NextStep> steps() {
        Map<PromiseKind, List<Candidate>> found = new LinkedHashMap<>();
        byKind.keySet().stream().sorted().filter(kind -> !isDone(kind)).forEach(kind -> addFrontier(kind, found));
        if (found.isEmpty()) {
            // Nothing is promised at the moment: what an order is for is still to come.
            addFrontier(aim, found);
            if (found.isEmpty()) {
                PromiseKind last = aim.equals(PromiseKind.DELIVERY) ? aim : PromiseKind.PICKUP_SLOT;
                found.put(last, candidates(last));
            }
        }
        return found.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing((Candidate candidate) -> !candidate.promised())
                        .thenComparing(Candidate::anchorAt)
                        .thenComparing(candidate -> candidate.step().kind()))
                .map(Candidate::step)
                .toList();
    }

    private void addFrontier(PromiseKind kind, Map<PromiseKind, List<Candidate>> found) {
        for (PromiseKind doable : frontier(kind, new HashSet<>())) {
            found.computeIfAbsent(doable, this::candidates);
        }
    }

    /** What has to be done first so that this kind can be: itself, if it waits for nothing. */
    private Set<PromiseKind> frontier(PromiseKind kind, Set<PromiseKind> onTheWay) {
        // A cycle in a shop's own policy must not hang the answer card: a kind that is met again waits for nothing.
        if (isDone(kind) || !onTheWay.add(kind)) {
            return Set.of();
        }
        Set<PromiseKind> first = new HashSet<>();
        waitsFor(kind).forEach(earlier -> first.addAll(frontier(earlier, onTheWay)));
        onTheWay.remove(kind);
        return first.isEmpty() ? Set.of(kind) : first;
    }

    private List<PromiseKind> waitsFor(PromiseKind kind) {
        @Nullable Promise open = open(kind);
        if (open != null) {
            return open.waitsFor();
        }
        List<PromiseKind> earlier = new ArrayList<>(terms.kind(kind).waitsFor());
        if (!byKind.containsKey(PromiseKind.STOCK_ARRIVAL)) {
            // Goods on the shelf need no arrival; only a promised one is waited for.
            earlier.remove(PromiseKind.STOCK_ARRIVAL);
        }
        if (payment == PaymentMethod.PREPAID) {
            earlier.remove(PromiseKind.CONFIRMATION_CALL);
        }
        if (kind.equals(PromiseKind.PICKUP_READY) && payment == PaymentMethod.CREDIT) {
            earlier.add(PromiseKind.BANK_PAPERS);
        }
        return earlier;
    }

    private boolean isDone(PromiseKind kind) {
        return byKind.containsKey(kind) && open(kind) == null;
    }

    private @Nullable Promise open(PromiseKind kind) {
        return byKind.getOrDefault(kind, List.of()).stream()
                .filter(Promise::isOpen)
                .min(Comparator.comparing(Promise::anchorAt))
                .orElse(null);
    }

    /** Two desks may owe an update each, so a kind can be open more than once. */
    private List<Candidate> candidates(PromiseKind kind) {
        List<Promise> open = byKind.getOrDefault(kind, List.of()).stream()
                .filter(Promise::isOpen)
                .toList();
        if (open.isEmpty()) {
            Instant forecastAt = forecast.expected(kind).expectedAt();
            Instant expectedAt = forecastAt.isBefore(now) ? now : forecastAt;
            return List.of(new Candidate(step(kind, terms.kind(kind).desk(), null, expectedAt), false, expectedAt));
        }
        return open.stream().map(this::promised).toList();
    }

    /** What waits for the customer is due when the shop stops waiting. */
    private Candidate promised(Promise promise) {
        CustomerTurn turn = promise.turn();
        if (turn == null) {
            NextStep step = step(promise.kind(), promise.desk(), promise.windowStartAt(), promise.dueAt());
            return new Candidate(step, true, promise.anchorAt());
        }
        NextStep theirs =
                new NextStep(promise.kind(), promise.desk(), customersTurn(turn.reason()), null, turn.untilAt());
        return new Candidate(theirs, true, turn.untilAt());
    }

    private static String customersTurn(WaitingReason reason) {
        return "The customer's turn: "
                + switch (reason) {
                    case NOT_REACHED -> "they call back or choose a time";
                    case CONFIRMATION -> "they confirm the order in writing";
                    case DOCUMENTS_MISSING -> "they bring what is missing";
                    case CREDIT_CHOICE -> "they choose another way to pay, or cancel";
                    case COLLECTION -> "they come for the goods";
                    case SIGNING -> "they come to sign the agreement";
                    case NOT_AT_HOME -> "they choose another day for the delivery";
                    case CUSTOMER_CHOICE -> "they answer";
                };
    }

    private NextStep step(PromiseKind kind, Desk desk, @Nullable Instant windowStartAt, Instant dueAt) {
        return new NextStep(kind, desk, terms.kind(kind).step(), windowStartAt, dueAt);
    }
}
