package io.orderjourney.order.answercard;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.testing.GoldenSample;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineTextTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    static Stream<GoldenSample<?>> everyFactAboutJourneys() {
        Set<String> topics = Set.of("orders", "credit", "fulfillment", "promises", "notices");
        List<EventType<?>> types = EventTypes.all().stream()
                .filter(type -> topics.contains(type.topic()))
                .toList();
        return GoldenSample.allOf(types).stream();
    }

    @ParameterizedTest
    @MethodSource("everyFactAboutJourneys")
    void every_fact_has_a_sentence(GoldenSample<?> sample) {
        JourneyFact fact = fact(sample.type(), sample.data(), null);

        assertThat(TimelineText.knows(sample.type())).isTrue();
        assertThat(TimelineText.text(fact, WARSAW))
                .isNotBlank()
                .doesNotContain("null", "{", "Optional")
                .doesNotContainPattern("\\dT\\d")
                .matches("[A-Za-z].*");
        assertThat(TimelineText.actor(fact)).isNotBlank().doesNotStartWith("/");
    }

    @Test
    void dates_are_in_the_zone_of_the_shop() {
        GoldenSample<?> sample = GoldenSample.of(EventTypes.CONFIRMATION_CALL_LOGGED);

        assertThat(TimelineText.text(fact(sample.type(), sample.data(), null), WARSAW))
                .isEqualTo("Confirmation call 1: call later, call back on Monday, 12 January, at 17:00");
    }

    @Test
    void a_time_that_the_customer_asked_for_is_in_the_zone_of_the_shop() {
        GoldenSample<?> sample = GoldenSample.of(EventTypes.CUSTOMER_ANSWERED);

        assertThat(TimelineText.text(fact(sample.type(), sample.data(), null), WARSAW))
                .isEqualTo("The customer answered: another time, wishes Thursday, 22 January, at 11:00");
    }

    @Test
    void a_rescheduled_appointment_shows_its_window() {
        GoldenSample<?> sample = GoldenSample.of(EventTypes.PROMISE_RESCHEDULED);

        assertThat(TimelineText.text(fact(sample.type(), sample.data(), null), WARSAW))
                .isEqualTo(
                        "Rescheduled: signing appointment, now on Tuesday, 20 January between 10:00 and 10:45 (expert absent)");
    }

    @ParameterizedTest
    @EnumSource(JourneyEnd.class)
    void every_end_has_its_own_sentence(JourneyEnd end) {
        Set<String> others = EnumSet.complementOf(EnumSet.of(end)).stream()
                .map(TimelineTextTest::ended)
                .collect(Collectors.toSet());

        assertThat(ended(end)).isNotBlank().isNotIn(others);
    }

    private static String ended(JourneyEnd end) {
        JourneyEnded ended = new JourneyEnded(end, Instant.parse("2026-01-20T09:05:00Z"));
        return TimelineText.text(fact(EventTypes.JOURNEY_ENDED, ended, null), WARSAW);
    }

    @Test
    void whose_turn_it_is_and_until_when_is_said() {
        GoldenSample<?> sample = GoldenSample.of(EventTypes.PROMISE_PAUSED);

        assertThat(TimelineText.text(fact(sample.type(), sample.data(), null), WARSAW))
                .startsWith("The customer's turn: ")
                .containsPattern("waits until .* \\(.*\\)$");
    }

    @Test
    void the_actor_is_named_by_the_fact_or_is_the_service() {
        GoldenSample<?> placed = GoldenSample.of(EventTypes.ORDER_PLACED);
        GoldenSample<?> confirmed = GoldenSample.of(EventTypes.ORDER_CONFIRMED);

        assertThat(TimelineText.actor(fact(placed.type(), placed.data(), null))).isEqualTo("order-service");
        assertThat(TimelineText.actor(fact(placed.type(), placed.data(), "shop")))
                .isEqualTo("shop");
        assertThat(TimelineText.actor(fact(confirmed.type(), confirmed.data(), "shop")))
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
