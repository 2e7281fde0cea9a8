package io.orderjourney.promises;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.state.ShopPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The policy a shop starts with, until its management changes it. */
public final class ShopPolicies {

    private ShopPolicies() {}

    /** The policy that ships with the product; {@code shop-policy.json} beside this class. */
    public static ShopPolicy initial() {
        try (InputStream json = ShopPolicies.class.getResourceAsStream("shop-policy.json")) {
            if (json == null) {
                throw new IllegalStateException("shop-policy.json is missing from the class path");
            }
            return ContractJson.mapper().readValue(json, ShopPolicy.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String write(ShopPolicy policy) {
        try {
            return ContractJson.mapper().writeValueAsString(policy);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A policy could not be written", impossible);
        }
    }

    public static ShopPolicy read(String json) {
        try {
            return ContractJson.mapper().readValue(json, ShopPolicy.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("Not a shop policy", unreadable);
        }
    }
}
