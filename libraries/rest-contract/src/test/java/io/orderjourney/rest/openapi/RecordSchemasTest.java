package io.orderjourney.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.orderjourney.rest.paging.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSchemasTest {

    record Address(String street, @Nullable String floor) {}

    record Visit(
            @JsonUnwrapped Address address,
            Instant plannedAt,
            @Nullable Instant madeAt,
            int minutes) {}

    @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "Trip")
    record TripView(@Nullable String reason) {}

    static final class Elsewhere {
        record Visit(@Nullable Instant plannedAt) {}

        record Address(@Nullable String street, @Nullable String floor) {}

        private Elsewhere() {}
    }

    @Test
    void what_is_not_nullable_is_required_in_the_order_of_the_record() throws IOException {
        Schema schema = schema("minutes", "madeAt", "plannedAt", "floor", "street");

        records().complete("Visit", schema);

        assertThat(schema.getRequired()).containsExactly("street", "plannedAt", "minutes");
        assertThat(schema.getProperties().keySet())
                .containsExactly("street", "floor", "plannedAt", "madeAt", "minutes");
    }

    @Test
    void a_record_is_found_by_the_name_that_it_gives_itself_and_keeps_what_is_declared() throws IOException {
        Schema schema = schema("reason").required(List.of("reason"));

        records().complete("Trip", schema);

        assertThat(schema.getRequired()).containsExactly("reason");
    }

    @Test
    void a_page_of_something_is_a_page() throws IOException {
        Schema schema = schema("items", "next");

        records().complete("PageVisit", schema);

        assertThat(schema.getRequired()).containsExactly("items");
    }

    @Test
    void a_schema_without_a_record_of_these_components_stops_the_build() {
        assertThatThrownBy(() -> records().complete("Visit", schema("plannedAt", "other")))
                .hasMessageContaining("belongs to 0 records");
    }

    @Test
    void two_records_that_differ_under_one_name_stop_the_build() {
        assertThatThrownBy(() -> new RecordSchemas(Index.of(Address.class, Elsewhere.Address.class))
                        .complete("Address", schema("street", "floor")))
                .hasMessageContaining("belongs to 2 records");
    }

    private static RecordSchemas records() throws IOException {
        return new RecordSchemas(
                Index.of(Address.class, Visit.class, TripView.class, Elsewhere.Visit.class, Page.class));
    }

    private static Schema schema(String... properties) {
        Schema schema = OASFactory.createSchema();
        for (String property : properties) {
            schema.addProperty(property, OASFactory.createSchema());
        }
        return schema;
    }
}
