package io.orderjourney.order.answercard.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.order.answercard.CardViewers;
import io.orderjourney.order.answercard.CardViewers.CardViewer;
import io.orderjourney.time.SettableClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotePresenceTest {

    private static final CardViewer ANNA = new CardViewer("card:anna", "Anna Nowak");
    private static final CardViewer OLGA = new CardViewer("card:olga", "Olga Lis");
    private static final Instant MORNING = Instant.parse("2026-11-23T09:00:00Z");

    private final UUID order = UUID.randomUUID();
    private final SettableClock clock = SettableClock.inMemory(MORNING);
    private final NotePresence presence = new NotePresence(new InMemory(), clock);

    @Test
    void the_second_at_an_order_sees_the_first_and_the_first_then_sees_the_second() {
        assertThat(presence.of(order, ANNA)).isEmpty();
        assertThat(presence.of(order, OLGA)).containsExactly("Anna Nowak");
        assertThat(presence.of(order, ANNA)).containsExactly("Olga Lis");
    }

    @Test
    void at_another_order_nobody_is_seen() {
        presence.of(order, ANNA);

        assertThat(presence.of(UUID.randomUUID(), OLGA)).isEmpty();
    }

    @Test
    void silence_of_forty_five_seconds_means_gone_and_a_millisecond_less_does_not() {
        presence.of(order, ANNA);

        clock.advance(NotePresence.LASTS.minusMillis(1));
        assertThat(presence.of(order, OLGA)).containsExactly("Anna Nowak");
        clock.advance(java.time.Duration.ofMillis(1));
        assertThat(presence.of(order, OLGA)).isEmpty();
    }

    private static final class InMemory implements CardViewers {

        private record Place(UUID journeyId, CardViewer viewer) {}

        private final Map<Place, Instant> seen = new HashMap<>();

        @Override
        public void seen(UUID journeyId, CardViewer viewer, Instant now, Instant lapsedAt) {
            seen.put(new Place(journeyId, viewer), now);
        }

        @Override
        public List<CardViewer> of(UUID journeyId, Instant lapsedAt) {
            return seen.entrySet().stream()
                    .filter(entry -> entry.getKey().journeyId().equals(journeyId)
                            && entry.getValue().isAfter(lapsedAt))
                    .map(entry -> entry.getKey().viewer())
                    .sorted(Comparator.comparing(CardViewer::name))
                    .toList();
        }
    }
}
