package io.orderjourney.fulfillment.masterdata.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.fulfillment.masterdata.MasterDataHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadMasterDataHistoryTest {

    private final InMemory kept = new InMemory();
    private final ReadMasterDataHistory history = new ReadMasterDataHistory(kept);

    @Test
    void the_latest_change_comes_first_and_the_earlier_ones_follow() {
        for (int revision = 1; revision <= ReadMasterDataHistory.PAGE + 1; revision++) {
            kept.remember(entry(revision));
        }

        ReadMasterDataHistory.Part latest = history.part(null);
        ReadMasterDataHistory.Part earlier = history.part(latest.goesOnBefore());

        assertThat(latest.entries()).hasSize(ReadMasterDataHistory.PAGE);
        assertThat(latest.entries().get(0).revision()).isEqualTo(ReadMasterDataHistory.PAGE + 1);
        assertThat(earlier.entries()).containsExactly(entry(1));
        assertThat(earlier.goesOnBefore()).isNull();
    }

    @Test
    void a_full_page_with_nothing_before_it_is_the_last_one() {
        for (int revision = 1; revision <= ReadMasterDataHistory.PAGE; revision++) {
            kept.remember(entry(revision));
        }

        assertThat(history.part(null).goesOnBefore()).isNull();
    }

    @Test
    void only_what_differs_is_a_change() {
        assertThat(MasterDataHistory.Change.between(
                        Map.of("name", "Phone", "discontinued", "no"),
                        Map.of("name", "Phone S5", "discontinued", "no")))
                .containsExactly(new MasterDataHistory.Change("name", "Phone", "Phone S5"));
        assertThat(MasterDataHistory.Change.between(Map.of(), Map.of("name", "Phone")))
                .containsExactly(new MasterDataHistory.Change("name", "", "Phone"));
    }

    private static MasterDataHistory.Entry entry(int revision) {
        return new MasterDataHistory.Entry(
                MasterDataHistory.Kind.ARTICLE,
                "PHONE-S5",
                revision,
                "board:irena",
                Instant.parse("2026-11-23T09:00:00Z"),
                List.of());
    }

    private static final class InMemory implements MasterDataHistory {

        private final List<Past> all = new ArrayList<>();

        @Override
        public void remember(Entry entry) {
            all.add(0, new Past(all.size() + 1L, entry));
        }

        @Override
        public List<Past> before(long position, int atMost) {
            return all.stream()
                    .filter(past -> past.position() < position)
                    .limit(atMost)
                    .toList();
        }
    }
}
