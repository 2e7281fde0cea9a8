package io.orderjourney.fulfillment.pickup.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** Documents the parameters for pickup days at checkout; the endpoint itself is every service's. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PickupOptionParameters implements OASFilter {

    private static final String PATH = "/api/v1/promise-options";

    private static final Map<String, String> EXAMPLES =
            Map.of("pickupPoint", "WAW-01", "payment", "CREDIT", "lines", "PHONE-X1-BLACK:1,COVER-X1:2");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItem(PATH) == null) {
            return;
        }
        Operation ask = document.getPaths().getPathItem(PATH).getGET();
        add(ask, "lines", "For PICKUP_READY: what would be ordered, sku:quantity, separated by commas");
        add(ask, "payment", "For PICKUP_READY: CREDIT or ON_PICKUP");
        add(ask, "pickupPoint", "For PICKUP_READY: where the goods would be handed over");
    }

    private static void add(Operation ask, String name, String description) {
        ask.addParameter(OASFactory.createParameter()
                .name(name)
                .in(In.QUERY)
                .description(description)
                .example(EXAMPLES.get(name))
                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING))));
    }
}
