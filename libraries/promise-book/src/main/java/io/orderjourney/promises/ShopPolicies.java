package io.orderjourney.promises;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.contracts.state.ShopPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The policy a shop starts with, until its management changes it. */
public final class ShopPolicies {

    private static final ShopPolicy SHIPPED = initial();

    private ShopPolicies() {}

    /** The policy that ships with the product; {@code shop-policy.json} beside this class. */
    public static ShopPolicy initial() {
        try (InputStream json = ShopPolicies.class.getResourceAsStream("shop-policy.json")) {
            if (json == null) {
                throw new IllegalStateException("shop-policy.json is missing from the class path");
            }
            return ContractJson.read(json.readAllBytes(), ShopPolicy.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String write(ShopPolicy policy) {
        return new String(ContractJson.write(policy), StandardCharsets.UTF_8);
    }

    /** A stored policy; what this version knows and the policy is too old to say is as the product ships it. */
    public static ShopPolicy read(String json) {
        return completed(ContractJson.read(json.getBytes(StandardCharsets.UTF_8), ShopPolicy.class));
    }

    /**
     * A policy of an older version does not know the kinds that came later: they are as the product ships them, because a
     * promise without a policy can be neither made nor watched. What the policy says stays.
     */
    static ShopPolicy completed(ShopPolicy policy) {
        Map<PromiseKind, KindPolicy> kinds = new LinkedHashMap<>(policy.kinds());
        SHIPPED.kinds().forEach(kinds::putIfAbsent);
        Map<Desk, DeskPolicy> desks = new EnumMap<>(SHIPPED.desks());
        desks.putAll(policy.desks());
        return kinds.size() == policy.kinds().size()
                        && desks.size() == policy.desks().size()
                ? policy
                : policy.with(desks, kinds);
    }
}
