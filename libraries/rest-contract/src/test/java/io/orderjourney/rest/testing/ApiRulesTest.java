package io.orderjourney.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiRulesTest {

    private static final String GOOD = """
            ---
            openapi: 3.1.0
            info:
              title: Parcels
              version: "1"
              description: Parcels that are sent
              contact:
                name: Order Journey
              license:
                name: Apache License 2.0
                url: https://www.apache.org/licenses/LICENSE-2.0
            servers:
            - url: /
            tags:
            - name: Parcels
            paths:
              /api/v1/parcels:
                get:
                  operationId: listParcels
                  summary: List parcels
                  tags:
                  - Parcels
                  security: []
                  parameters:
                  - name: journeyId
                    in: query
                    schema:
                      type: string
                      pattern: "^[a-z]+$"
                  responses:
                    "200":
                      description: OK
                      content:
                        application/json:
                          example:
                            sentAt: 2026-01-12T10:00:00+01:00
                            weight: 3
                          schema:
                            $ref: "#/components/schemas/Parcel"
            components:
              schemas:
                Parcel:
                  type: object
                  required:
                  - sentAt
                  properties:
                    sentAt:
                      type: string
                      format: date-time
                    weight:
                      type: integer
            """;

    @Test
    void a_good_document_breaks_no_rule() {
        assertThat(ApiRules.findings(ApiDocument.of(GOOD))).isEmpty();
    }

    /** Each plants one mistake. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openapi: 3.1.0                  | swagger: 2                          | begins with openapi:
            contact:                        | people:                             | has a contact
            operationId: listParcels        | operationId: ParcelResource_list    | has an id like placeOrder
            - name: Parcels                 | - name: Letters                     | has a tag that is declared
            security: []                    | deprecated: false                   | says who may call it
            pattern: "^[a-z]+$"             | pattern: "[a-z]+"                   | has an anchored pattern
            pattern: "^[a-z]+$"             | pattern: "^\\\\p{Lower}+$"         | JavaScript reads too
            name: journeyId                 | name: orderId                       | is another name for
            sentAt:                         | sent:                               | the time sent ends in At
            format: date-time               | format: date                        | sentAt is a time
            content:                        | links:                              | says what comes back
            weight: 3                       | weight: heavy                       | its example is valid
            weight: 3                       | colour: red                         | its example is valid
            weight: 3                       | weight: null                        | its example is valid
            sentAt: 2026-01-12T10:00:00+01:00 | sentAt: 12 January                | its example is valid
            $ref: "#/components/schemas/Parcel" | type: object                    | is used
            """)
    void a_planted_mistake_is_found(String good, String wrong, String rule) {
        assertThat(GOOD).contains(good);

        assertThat(ApiRules.findings(ApiDocument.of(GOOD.replace(good, wrong))))
                .anySatisfy(finding -> assertThat(finding).contains(rule));
    }

    @Test
    void a_response_is_measured_by_its_schema_status_and_media_type() throws IOException {
        ApiDocument api = ApiDocument.of(GOOD);
        ObjectMapper json = new ObjectMapper();
        String address = "/api/v1/parcels";

        assertThat(api.flaws("GET", address, 200, "application/json", json.readTree("""
                {"sentAt": "2026-01-12T10:00:00Z"}""")))
                .isEmpty();
        assertThat(api.flaws("GET", address, 200, "application/json", json.readTree("{\"weight\": 3}")))
                .hasSize(1);
        assertThat(api.flaws("GET", address, 200, "application/json", json.readTree("""
                {"sentAt": "2026-01-12T10:00:00Z", "weight": null}""")))
                .hasSize(1);
        assertThat(api.flaws("GET", address, 200, "text/html", MissingNode.getInstance()))
                .hasSize(1);
        assertThat(api.flaws("GET", address, 204, "", MissingNode.getInstance()))
                .hasSize(1);
        assertThat(api.flaws("POST", address, 200, "", MissingNode.getInstance()))
                .hasSize(1);
    }
}
