package io.orderjourney.promises;

import static io.orderjourney.contracts.PromiseKind.CREDIT_CALL;
import static io.orderjourney.contracts.PromiseKind.NEXT_UPDATE;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.promises.testing.PromiseBuilder.promise;
import static io.orderjourney.promises.testing.WarsawShop.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NextUpdatePolicyTest {

    private static final Instant NEWS_AT = at("2026-01-12T12:00");

    private final Promise update = made(NEXT_UPDATE, "order-service", at("2026-01-12T10:00"));
    private final Promise pickupDay = made(PICKUP_READY, "fulfillment-service", NEWS_AT);

    @Test
    void a_message_from_the_moment_of_the_news_on_gives_the_update() {
        assertThat(keptBy(pickupDay, NEWS_AT)).isTrue();
        assertThat(keptBy(pickupDay, NEWS_AT.minusMillis(1))).isFalse();
    }

    @Test
    void the_first_message_after_the_news_is_the_one() {
        Delivery early = delivery(NEWS_AT.minusSeconds(1));
        Delivery first = delivery(NEWS_AT.plusSeconds(1));
        Delivery second = delivery(NEWS_AT.plusSeconds(2));

        assertThat(NextUpdatePolicy.keptBy(update, List.of(update, pickupDay), List.of(early, first, second)))
                .contains(first);
    }

    @Test
    void another_service_that_takes_the_update_over_is_news_to_the_one_that_gave_it_up() {
        Promise takenOver = made(NEXT_UPDATE, "fulfillment-service", NEWS_AT);

        assertThat(NextUpdatePolicy.isNews(update, takenOver)).isTrue();
        assertThat(NextUpdatePolicy.isNews(takenOver, update)).isFalse();
    }

    @Test
    void its_own_update_another_step_and_a_date_that_was_withdrawn_are_no_news() {
        assertThat(keptBy(made(NEXT_UPDATE, "order-service", NEWS_AT), NEWS_AT)).isFalse();
        assertThat(keptBy(made(CREDIT_CALL, "credit-service", NEWS_AT), NEWS_AT))
                .isFalse();
        assertThat(keptBy(pickupDay.withdrawn(NEWS_AT), NEWS_AT)).isFalse();
    }

    @Test
    void a_date_that_was_over_before_the_update_was_promised_is_no_news() {
        Promise earlier =
                made(PICKUP_READY, "fulfillment-service", update.madeAt().minusSeconds(1));

        assertThat(keptBy(earlier.kept("notice", update.madeAt()), NEWS_AT)).isFalse();
        assertThat(keptBy(earlier, NEWS_AT)).as("it stands still").isTrue();
        assertThat(keptBy(pickupDay.kept("notice", NEWS_AT), NEWS_AT)).isTrue();
    }

    @Test
    void without_a_message_no_update_was_given() {
        assertThat(NextUpdatePolicy.keptBy(update, List.of(update, pickupDay), List.of()))
                .isEmpty();
    }

    @Test
    void any_promise_of_another_service_ends_a_silence() {
        assertThat(NextUpdatePolicy.endsSilence(update, made(CREDIT_CALL, "credit-service", NEWS_AT)))
                .isTrue();
        assertThat(NextUpdatePolicy.endsSilence(update, made(CREDIT_CALL, "order-service", NEWS_AT)))
                .isFalse();
    }

    private boolean keptBy(Promise news, Instant deliveredAt) {
        return NextUpdatePolicy.keptBy(update, List.of(update, news), List.of(delivery(deliveredAt)))
                .isPresent();
    }

    private static Delivery delivery(Instant at) {
        return new Delivery(UUID.randomUUID(), at);
    }

    private static Promise made(PromiseKind kind, String owner, Instant madeAt) {
        return promise(kind).id(UUID.randomUUID()).ownedBy(owner).madeAt(madeAt).build();
    }
}
