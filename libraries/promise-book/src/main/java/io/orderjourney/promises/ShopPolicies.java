package io.orderjourney.promises;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.state.ShopPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The policy a shop starts with, until its management changes it. */
public final class ShopPolicies {

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

    public static ShopPolicy read(String json) {
        return ContractJson.read(json.getBytes(StandardCharsets.UTF_8), ShopPolicy.class);
    }
}
