package io.orderjourney.notification.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofLimitTest {

    private static final Instant NOON = Instant.parse("2026-01-12T11:00:00Z");

    private final RememberedProofs proofs = new RememberedProofs();
    private final ProofLimit limit = new ProofLimit(proofs);

    @Test
    void one_address_is_not_tried_with_order_after_order() {
        for (int order = 0; order < ProofLimit.FAILURES_MAX; order++) {
            assertThat(limit.isReached(List.of("order " + order, "ana"), NOON)).isFalse();
            limit.failed(List.of("order " + order, "ana"), NOON);
        }

        assertThat(limit.isReached(List.of("order 9", "ana"), NOON)).isTrue();
        assertThat(limit.isReached(List.of("order 9", "ivo"), NOON)).isFalse();
        assertThat(limit.isReached(List.of("order 9", "ana"), NOON.plus(ProofLimit.REMEMBERED)))
                .isFalse();
    }

    @Test
    void what_is_older_than_an_hour_is_forgotten() {
        limit.failed(List.of("order 1", "ana"), NOON);
        limit.failed(List.of("order 2", "ivo"), NOON.plus(ProofLimit.REMEMBERED).plusSeconds(1));

        assertThat(proofs.all).extracting(Proof::key).containsExactly("order 2", "ivo");
    }

    private record Proof(String key, Instant failedAt) {}

    private static final class RememberedProofs implements FailedProofs {

        private final List<Proof> all = new ArrayList<>();

        @Override
        public int since(List<String> keys, Instant since) {
            return keys.stream()
                    .mapToInt(key -> (int) all.stream()
                            .filter(proof ->
                                    proof.key().equals(key) && proof.failedAt().isAfter(since))
                            .count())
                    .max()
                    .orElse(0);
        }

        @Override
        public void record(List<String> keys, Instant at, Instant forgetBefore) {
            all.removeIf(proof -> proof.failedAt().isBefore(forgetBefore));
            keys.forEach(key -> all.add(new Proof(key, at)));
        }
    }
}
