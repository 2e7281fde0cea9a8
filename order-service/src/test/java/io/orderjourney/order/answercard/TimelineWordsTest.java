package io.orderjourney.order.answercard;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.testing.GoldenSample;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineWordsTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    static Stream<GoldenSample<?>> everythingThatIsSaidAboutJourneys() {
        Set<String> topics = Set.of("orders", "credit", "fulfillment", "promises", "notices");
        List<EventType<?>> types = EventTypes.all().stream()
                .filter(type -> topics.contains(type.topic()))
                .toList();
        return GoldenSample.allOf(types).stream();
    }

    @ParameterizedTest
    @MethodSource("everythingThatIsSaidAboutJourneys")
    void every_fact_is_told_in_a_sentence(GoldenSample<?> sample) {
        JourneyFact fact = fact(sample.type(), sample.data(), null);

        assertThat(TimelineWords.knows(sample.type())).isTrue();
        assertThat(TimelineWords.what(fact, WARSAW))
                .isNotBlank()
                .doesNotContain("null", "{", "Optional")
                .doesNotContainPattern("\\dT\\d")
                .matches("[A-Za-z].*");
        assertThat(TimelineWords.who(fact)).isNotBlank().doesNotStartWith("/");
    }

    @Test
    void the_sentence_names_dates_in_the_shops_zone() {
        GoldenSample<?> sample = GoldenSample.of(EventTypes.CONFIRMATION_CALL_LOGGED);

        assertThat(TimelineWords.what(fact(sample.type(), sample.data(), null), WARSAW))
                .isEqualTo("Confirmation call 1: call later, call again on Monday, 12 January, at 17:00");
    }

    @Test
    void a_customers_wish_is_told_in_the_shops_zone() {
        GoldenSample<?> sample = GoldenSample.of(EventTypes.CUSTOMER_ANSWERED);

        assertThat(TimelineWords.what(fact(sample.type(), sample.data(), null), WARSAW))
                .isEqualTo("The customer answered: another time, wishes Thursday, 22 January, at 11:00");
    }

    @Test
    void a_rescheduled_appointment_is_told_with_its_hour() {
        GoldenSample<?> sample = GoldenSample.of(EventTypes.PROMISE_RESCHEDULED);

        assertThat(TimelineWords.what(fact(sample.type(), sample.data(), null), WARSAW))
                .isEqualTo(
                        "Rescheduled: signing appointment, now on Tuesday, 20 January between 10:00 and 10:45 (expert absent)");
    }

    @Test
    void who_did_it_is_what_the_fact_says_or_else_the_service() {
        GoldenSample<?> placed = GoldenSample.of(EventTypes.ORDER_PLACED);
        GoldenSample<?> confirmed = GoldenSample.of(EventTypes.ORDER_CONFIRMED);

        assertThat(TimelineWords.who(fact(placed.type(), placed.data(), null))).isEqualTo("order-service");
        assertThat(TimelineWords.who(fact(placed.type(), placed.data(), "shop")))
                .isEqualTo("shop");
        assertThat(TimelineWords.who(fact(confirmed.type(), confirmed.data(), "shop")))
                .isEqualTo(GoldenSample.of(EventTypes.ORDER_CONFIRMED).data().confirmedBy());
    }

    private static JourneyFact fact(EventType<?> type, Object data, String actor) {
        return new JourneyFact(
                UUID.randomUUID(),
                UUID.randomUUID(),
                type,
                "/order-service",
                1,
                Instant.parse("2026-01-12T09:12:00Z"),
                data,
                actor);
    }
}
