package io.orderjourney.credit.story;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who calls, with a token each. */
public enum Caller {
    STOREFRONT,
    SALES,
    CREDIT,
    WAREHOUSE,
    PICKUP_POINT,
    CUSTOMER_CARE,
    MANAGEMENT,
    PARTNER,
    OPERATOR;

    String token() {
        return "test-token-of-" + label();
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String tokens() {
        return Arrays.stream(values())
                .map(caller -> caller.label() + ":" + caller.name() + ":" + caller.token())
                .collect(Collectors.joining(","));
    }
}
