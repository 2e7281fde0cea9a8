package io.orderjourney.order.nextword;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.order.answercard.Promised;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NextWordPolicyTest {

    private static final String SELF = "order-service";
    private static final Instant NEWS_AT = Instant.parse("2026-01-12T10:00:00Z");
    private static final Instant DUE = Instant.parse("2026-01-16T17:00:00Z");

    private static Promise made(String owner, PromiseKind kind) {
        return Promised.by(owner, Desk.PICKUP_POINT, kind, DUE, NEWS_AT);
    }

    private static EarlyNotice notice(Instant at) {
        return new EarlyNotice(UUID.randomUUID(), at);
    }

    @Test
    void a_message_from_the_moment_of_the_news_on_gives_the_word() {
        List<Promise> promises = List.of(made("fulfillment-service", PromiseKind.PICKUP_READY));
        EarlyNotice atOnce = notice(NEWS_AT);

        assertThat(NextWordPolicy.wordGiven(promises, List.of(notice(NEWS_AT.minusMillis(1))), SELF))
                .isEmpty();
        assertThat(NextWordPolicy.wordGiven(promises, List.of(atOnce), SELF)).contains(atOnce);
    }

    @Test
    void the_first_message_after_the_news_is_the_evidence() {
        EarlyNotice before = notice(NEWS_AT.minusSeconds(60));
        EarlyNotice first = notice(NEWS_AT.plusSeconds(1));
        EarlyNotice second = notice(NEWS_AT.plusSeconds(2));

        assertThat(NextWordPolicy.wordGiven(
                        List.of(made("fulfillment-service", PromiseKind.PICKUP_READY)),
                        List.of(before, first, second),
                        SELF))
                .contains(first);
    }

    @Test
    void another_desk_that_takes_the_word_over_is_news_too() {
        assertThat(NextWordPolicy.wordGiven(
                        List.of(made("fulfillment-service", PromiseKind.NEXT_UPDATE)), List.of(notice(NEWS_AT)), SELF))
                .isPresent();
    }

    @Test
    void the_own_word_and_other_promises_are_no_news() {
        List<Promise> promises = List.of(
                made(SELF, PromiseKind.NEXT_UPDATE),
                made(SELF, PromiseKind.CONFIRMATION_CALL),
                made("credit-service", PromiseKind.CREDIT_CALL),
                made("fulfillment-service", PromiseKind.STOCK_ARRIVAL));

        assertThat(NextWordPolicy.wordGiven(promises, List.of(notice(NEWS_AT.plusSeconds(60))), SELF))
                .isEmpty();
    }

    @Test
    void without_a_message_no_word_was_given() {
        assertThat(NextWordPolicy.wordGiven(
                        List.of(made("fulfillment-service", PromiseKind.PICKUP_READY)), List.of(), SELF))
                .isEmpty();
    }
}
