package io.orderjourney.promises.rest;

import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a question about options says beyond the kind: a basket at checkout. An owner that does not need it ignores it. */
public class OptionDetails {

    @QueryParam("pickupPoint")
    @Parameter(
            description = "For PICKUP_READY: where the goods would be handed over",
            schema = @Schema(examples = "WAW-01"))
    @Nullable
    String pickupPoint;

    @QueryParam("payment")
    @Parameter(description = "For PICKUP_READY: CREDIT or ON_PICKUP", schema = @Schema(examples = "CREDIT"))
    @Nullable
    String payment;

    @QueryParam("lines")
    @Parameter(
            description = "For PICKUP_READY: what would be ordered, sku:quantity, separated by commas",
            schema = @Schema(examples = "PHONE-X1-BLACK:1,COVER-X1:2"))
    @Nullable
    String lines;

    Map<String, String> byName() {
        Map<String, String> given = new HashMap<>();
        put(given, "pickupPoint", pickupPoint);
        put(given, "payment", payment);
        put(given, "lines", lines);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
