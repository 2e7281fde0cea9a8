package io.orderjourney.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.contracts.state.ShopPolicy;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A shop's policy is stored for years, and the product learns new kinds of promises meanwhile. */
class ShopPoliciesTest {

    private static final ShopPolicy SHIPPED = ShopPolicies.initial();

    static Iterable<PromiseKind> kinds() {
        return SHIPPED.kinds().keySet();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_stored_policy_without_a_kind_has_it_as_the_product_ships_it(PromiseKind kind) {
        Map<PromiseKind, KindPolicy> older = new HashMap<>(SHIPPED.kinds());
        older.remove(kind);

        ShopPolicy read = ShopPolicies.read(ShopPolicies.write(SHIPPED.with(SHIPPED.desks(), older)));

        assertThat(new ShopTerms(read).kind(kind)).isEqualTo(SHIPPED.kinds().get(kind));
    }

    @Test
    void a_stored_policy_without_a_desk_has_it_as_the_product_ships_it() {
        Map<Desk, DeskPolicy> older = new EnumMap<>(SHIPPED.desks());
        older.remove(Desk.CUSTOMER_CARE);

        ShopPolicy read = ShopPolicies.read(ShopPolicies.write(SHIPPED.with(older)));

        assertThat(new ShopTerms(read).desk(Desk.CUSTOMER_CARE).phone())
                .isEqualTo(Objects.requireNonNull(SHIPPED.desks().get(Desk.CUSTOMER_CARE))
                        .phone());
    }

    @Test
    void what_a_shop_decided_itself_and_kinds_of_its_own_stay() {
        PromiseKind engraving = new PromiseKind("ENGRAVING");
        KindPolicy slow = Objects.requireNonNull(SHIPPED.kinds().get(PromiseKind.CALLBACK));
        Map<PromiseKind, KindPolicy> own =
                Map.of(engraving, slow, PromiseKind.DISPATCH, slow, PromiseKind.CALLBACK, slow);

        ShopPolicy read = ShopPolicies.read(ShopPolicies.write(SHIPPED.with(SHIPPED.desks(), own)));

        assertThat(read.kinds()).containsAllEntriesOf(own).containsKeys(PromiseKind.DELIVERY);
        assertThat(ShopPolicies.read(ShopPolicies.write(SHIPPED))).isEqualTo(SHIPPED);
    }
}
