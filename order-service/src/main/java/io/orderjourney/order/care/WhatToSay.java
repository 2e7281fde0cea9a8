package io.orderjourney.order.care;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.promises.Promise;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to tell a customer who asks how things stand: what comes next and when they get their goods. Nothing is said that was
 * not promised, and an apology only for what the shop failed in.
 *
 * @param next the promise that is due first; null if the shop owes nothing at the moment
 * @param broken its time has passed
 * @param goods the promise that brings the goods; null if it is the next one, or none was made yet
 * @param turn the promise that waits for the customer, and for nothing of the shop any more; null while it is the shop's turn
 * @param moved the promise of these that the shop put back; null if it put back none
 */
public record WhatToSay(
        @Nullable Promise next,
        boolean broken,
        @Nullable Promise goods,
        @Nullable Promise turn,
        @Nullable Promise moved) {

    private static final Set<PromiseKind> BRINGS_THE_GOODS =
            Set.of(PromiseKind.PICKUP_READY, PromiseKind.REST_READY, PromiseKind.PICKUP_SLOT, PromiseKind.DELIVERY);

    /** Reasons for which nobody apologises: the customer wanted it, or was not there. */
    private static final Set<ReasonCode> THEIR_OWN =
            EnumSet.of(ReasonCode.CUSTOMER_ASKED, ReasonCode.CUSTOMER_NOT_REACHED, ReasonCode.CUSTOMER_DID_NOT_COME);

    /** A promise, and for which reasons it got its later dates. */
    public record Known(Promise promise, List<ReasonCode> putBackFor) {}

    /**
     * @param journey all promises of an open journey
     * @param isMissed whether the time of a promise has passed, as its outlook says
     */
    public static WhatToSay of(List<Known> journey, Predicate<Promise> isMissed) {
        List<Promise> open = journey.stream()
                .map(Known::promise)
                .filter(Promise::isOpen)
                .sorted(Comparator.comparing(Promise::anchorAt).thenComparing(Promise::id))
                .toList();
        Promise next = open.stream()
                .filter(promise -> !promise.isWaiting())
                .findFirst()
                .orElse(null);
        Promise goods = open.stream()
                .filter(promise -> BRINGS_THE_GOODS.contains(promise.kind()) && !promise.isWaiting())
                .findFirst()
                .filter(promise -> !promise.equals(next))
                .orElse(null);
        Promise turn = open.stream()
                .filter(Promise::isWaiting)
                .filter(waiting ->
                        open.stream().noneMatch(other -> waiting.waitsFor().contains(other.kind())))
                .findFirst()
                .orElse(null);
        Promise moved = Stream.of(known(next, journey), known(goods, journey))
                .flatMap(List::stream)
                .filter(WhatToSay::isOurDelay)
                .map(Known::promise)
                .findFirst()
                .orElse(null);
        return new WhatToSay(next, next != null && isMissed.test(next), goods, turn, moved);
    }

    private static List<Known> known(@Nullable Promise promise, List<Known> journey) {
        return journey.stream().filter(known -> known.promise().equals(promise)).toList();
    }

    private static boolean isOurDelay(Known known) {
        return known.promise().dueAt().isAfter(known.promise().firstPromisedAt())
                && known.putBackFor().stream().anyMatch(reason -> !THEIR_OWN.contains(reason));
    }
}
