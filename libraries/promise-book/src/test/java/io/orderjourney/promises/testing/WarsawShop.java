package io.orderjourney.promises.testing;

import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.ShopPolicies;
import io.orderjourney.promises.ShopTerms;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

/** The shop of the tests, with the policy that ships with the product. In January 2026 the 12th is a Monday, the 6th a holiday. */
public final class WarsawShop {

    public static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    public static final ShopTerms TERMS = new ShopTerms(ShopPolicies.initial());
    public static final UUID JOURNEY = UUID.fromString("01940000-0000-7000-8000-000000000001");
    public static final UUID CUSTOMER = UUID.fromString("01940000-0000-7000-8000-00000000000c");

    private WarsawShop() {}

    /** A wall-clock time in Warsaw, e.g. {@code at("2026-01-12T10:00")}. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
    }

    public static PromiseDates datesAt(String local) {
        return PromiseDates.at(at(local), TERMS);
    }
}
