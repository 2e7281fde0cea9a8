package io.orderjourney.promises.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.promises.DemoShop;
import io.orderjourney.promises.PickupPoints;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CurrentTermsTest {

    private final PickupPoint first = DemoShop.load().points().get(0);
    private final FakePoints points = new FakePoints();
    private final CurrentTerms terms = new CurrentTerms(new NoPolicy(), points);

    @Test
    void an_unknown_point_has_the_terms_of_the_shop() {
        assertThat(terms.at("ELSEWHERE")).isSameAs(terms.get());
        assertThat(terms.at(null)).isSameAs(terms.get());
        assertThat(terms.point("ELSEWHERE")).isEmpty();
    }

    @Test
    void a_change_of_a_point_is_in_force_at_once() {
        assertThat(terms.changed(first)).isTrue();
        assertThat(hours())
                .as("it has no hours of its own")
                .isEqualTo(terms.get().desk(Desk.PICKUP_POINT).hours());

        assertThat(terms.changed(with(2, "Mon-Fri 10:00-14:00"))).isTrue();
        assertThat(hours()).isEqualTo("Mon-Fri 10:00-14:00");
        assertThat(terms.at(first.code())).isSameAs(terms.at(first.code()));
    }

    @Test
    void an_older_revision_changes_nothing() {
        terms.changed(with(2, "Mon-Fri 10:00-14:00"));
        assertThat(terms.changed(first)).isFalse();
        assertThat(hours()).isEqualTo("Mon-Fri 10:00-14:00");
    }

    private String hours() {
        return terms.at(first.code()).desk(Desk.PICKUP_POINT).hours();
    }

    private PickupPoint with(int revision, String hours) {
        return new PickupPoint(
                revision,
                first.code(),
                first.name(),
                first.street(),
                first.postalCode(),
                first.city(),
                first.country(),
                first.phone(),
                hours,
                null,
                List.of(),
                first.slotsPerHour(),
                true,
                false);
    }

    private static final class NoPolicy implements PolicyCopy {
        @Override
        public Optional<ShopPolicy> stored() {
            return Optional.empty();
        }

        @Override
        public void store(ShopPolicy policy) {
            throw new AssertionError("Nobody changes the policy here");
        }
    }

    private static final class FakePoints implements PickupPoints {
        private final Map<String, PickupPoint> byCode = new TreeMap<>();

        @Override
        public List<PickupPoint> all() {
            return List.copyOf(byCode.values());
        }

        @Override
        public Optional<PickupPoint> find(String code) {
            return Optional.ofNullable(byCode.get(code));
        }

        @Override
        public Optional<PickupPoint> findForChange(String code) {
            return find(code);
        }

        @Override
        public long changes() {
            return byCode.values().stream().mapToLong(PickupPoint::revision).sum();
        }

        @Override
        public boolean store(PickupPoint point) {
            if (find(point.code())
                    .filter(known -> known.revision() >= point.revision())
                    .isPresent()) {
                return false;
            }
            byCode.put(point.code(), point);
            return true;
        }
    }
}
