package io.orderjourney.promises;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.contracts.state.PickupPoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The pickup points and articles of the shop that the local stack, its stories and the tests play in. A real shop begins
 * with none and enters its own.
 */
public record DemoShop(List<PickupPoint> points, List<CatalogueItem> items) {

    /** {@code demo-shop.json} beside this class. */
    public static DemoShop load() {
        try (InputStream json = DemoShop.class.getResourceAsStream("demo-shop.json")) {
            if (json == null) {
                throw new IllegalStateException("demo-shop.json is missing from the class path");
            }
            return ContractJson.read(json.readAllBytes(), DemoShop.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
