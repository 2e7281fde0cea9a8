package io.orderjourney.fulfillment.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.fulfillment.supply.AllocationPolicy.Demand;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Incoming;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Share;
import io.orderjourney.fulfillment.supply.ReservedLine.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationPolicyTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T11:00:00Z");

    private static final UUID ANNA = new UUID(1, 1);
    private static final UUID BOJAN = new UUID(1, 2);
    private static final UUID SOONER = new UUID(2, 1);
    private static final UUID LATER = new UUID(2, 2);

    @Test
    void the_first_order_gets_the_shelf_and_the_next_waits_for_the_supplier() {
        List<Share> shares = AllocationPolicy.share(
                1, List.of(incoming(SOONER, 1, 5)), 0, List.of(new Demand(BOJAN, 2, 1), new Demand(ANNA, 1, 1)));

        assertThat(shares)
                .containsExactly(
                        new Share(ANNA, 1, List.of(), 0), new Share(BOJAN, 0, List.of(claim(SOONER, 1, 1)), 0));
    }

    @Test
    void the_earlier_delivery_is_claimed_first_whatever_the_order_of_the_list() {
        List<Share> shares = AllocationPolicy.share(
                0, List.of(incoming(LATER, 3, 2), incoming(SOONER, 1, 2)), 0, List.of(new Demand(ANNA, 1, 3)));

        assertThat(shares.get(0).claims()).containsExactly(claim(SOONER, 1, 2), claim(LATER, 3, 1));
    }

    @Test
    void one_piece_too_few_is_unknown_and_the_rest_is_kept_all_the_same() {
        List<Share> shares =
                AllocationPolicy.share(2, List.of(incoming(SOONER, 1, 1)), 0, List.of(new Demand(ANNA, 1, 4)));

        assertThat(shares).containsExactly(new Share(ANNA, 2, List.of(claim(SOONER, 1, 1)), 1));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_piece_is_allocated_twice_and_none_is_left_while_an_order_waits(long seed) {
        Situation situation = Situation.of(new Random(seed));

        List<Share> shares = situation.share();

        int fromShelf = shares.stream().mapToInt(Share::fromShelf).sum();
        Map<UUID, Integer> claimed = new HashMap<>();
        shares.forEach(share ->
                share.claims().forEach(claim -> claimed.merge(claim.purchaseOrderId(), claim.pieces(), Integer::sum)));
        int unknown = shares.stream().mapToInt(Share::unknown).sum();
        int coming = situation.incoming.stream().mapToInt(Incoming::pieces).sum();
        int claimedInAll = claimed.values().stream().mapToInt(Integer::intValue).sum();

        assertThat(fromShelf).isLessThanOrEqualTo(situation.free);
        situation.incoming.forEach(order ->
                assertThat(claimed.getOrDefault(order.purchaseOrderId(), 0)).isLessThanOrEqualTo(order.pieces()));
        assertThat(fromShelf + claimedInAll + unknown).isEqualTo(situation.missing());
        assertThat(claimedInAll == 0 || fromShelf == situation.free).isTrue();
        assertThat(unknown == 0 || claimedInAll == coming).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_order_overtakes_another(long seed) {
        Situation situation = Situation.of(new Random(seed));

        List<Share> shares = situation.share();

        Instant latestSoFar = Instant.MIN;
        boolean anOrderWithout = false;
        for (Share share : shares) {
            Instant first = share.fromShelf() > 0 ? Instant.MIN : firstArrival(share);
            assertThat(first).isAfterOrEqualTo(latestSoFar);
            assertThat(anOrderWithout
                            && (share.fromShelf() > 0 || !share.claims().isEmpty()))
                    .as("an order got pieces although an earlier one got none")
                    .isFalse();
            anOrderWithout |= share.unknown() > 0;
            latestSoFar = share.claims().stream()
                    .map(Claim::etaAt)
                    .max(Instant::compareTo)
                    .orElse(latestSoFar);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_known_of_the_queue_gives_a_new_order_what_a_full_reallocation_would(long seed) {
        Situation situation = Situation.of(new Random(seed));
        Demand newOrder = new Demand(new UUID(9, 9), 1_000, 1 + new Random(~seed).nextInt(4));
        List<Share> before = situation.share();
        List<Demand> all = new ArrayList<>(situation.demands);
        all.add(newOrder);

        Share alone = AllocationPolicy.share(situation.free, situation.incoming, situation.missing(), List.of(newOrder))
                .get(0);
        List<Share> together = AllocationPolicy.share(situation.free, situation.incoming, 0, all);

        assertThat(together.subList(0, before.size())).isEqualTo(before);
        assertThat(together.get(before.size())).isEqualTo(alone);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_queue_walked_in_slices_gets_what_it_would_get_at_once(long seed) {
        Situation situation = Situation.of(new Random(seed));
        List<Demand> queue = situation.demands.stream()
                .sorted(Comparator.comparingLong(Demand::place))
                .toList();
        int cut = new Random(~seed).nextInt(queue.size() + 1);
        List<Demand> head = queue.subList(0, cut);
        int ahead = head.stream().mapToInt(Demand::missing).sum();

        List<Share> slices = new ArrayList<>(AllocationPolicy.share(situation.free, situation.incoming, 0, head));
        slices.addAll(
                AllocationPolicy.share(situation.free, situation.incoming, ahead, queue.subList(cut, queue.size())));

        assertThat(slices).isEqualTo(situation.share());
    }

    private static Instant firstArrival(Share share) {
        return share.claims().stream().map(Claim::etaAt).min(Instant::compareTo).orElse(Instant.MAX);
    }

    private static Incoming incoming(UUID id, int inDays, int pieces) {
        return new Incoming(id, "mobile-import", MONDAY.plus(Duration.ofDays(inDays)), pieces);
    }

    private static Claim claim(UUID id, int inDays, int pieces) {
        return new Claim(id, "mobile-import", MONDAY.plus(Duration.ofDays(inDays)), pieces);
    }

    private record Situation(int free, List<Incoming> incoming, List<Demand> demands) {

        static Situation of(Random random) {
            List<Incoming> incoming = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                incoming.add(AllocationPolicyTest.incoming(new UUID(2, i), random.nextInt(6), 1 + random.nextInt(5)));
            }
            List<Demand> demands = new ArrayList<>();
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                demands.add(new Demand(new UUID(1, i), i, 1 + random.nextInt(4)));
            }
            Collections.shuffle(incoming, random);
            Collections.shuffle(demands, random);
            return new Situation(random.nextInt(8), incoming, demands);
        }

        List<Share> share() {
            return AllocationPolicy.share(free, incoming, 0, demands);
        }

        int missing() {
            return demands.stream().mapToInt(Demand::missing).sum();
        }
    }
}
