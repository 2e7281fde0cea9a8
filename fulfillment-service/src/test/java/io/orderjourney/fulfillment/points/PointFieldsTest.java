package io.orderjourney.fulfillment.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.fulfillment.masterdata.Violation;
import io.orderjourney.fulfillment.masterdata.Violation.Flaw;
import io.orderjourney.promises.ShopPolicies;
import io.orderjourney.promises.ShopTerms;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointFieldsTest {

    private static final ShopTerms SHOP = new ShopTerms(ShopPolicies.initial());

    private static final Map<String, String> KRAKOW = Map.of(
            "name", "Kraków Stare Miasto",
            "street", "ul. Długa 31",
            "postalCode", "31-147",
            "city", "Kraków",
            "country", "pl",
            "phone", "+48 12 100-00-41",
            "hours", " Mon-Sat 09:00-20:00 ",
            "closures", "2026-12-31, 2026-12-24\n2026-12-31",
            "slotsPerHour", "6",
            "counter", "yes");

    @Test
    void what_was_read_is_written_in_the_same_way_again() {
        PickupPoint point = read(KRAKOW).point();

        assertThat(read(KRAKOW).violations()).isEmpty();
        assertThat(point.phone()).isEqualTo("+48121000041");
        assertThat(PointFields.of(point))
                .containsEntry("country", "PL")
                .containsEntry("hours", "Mon-Sat 09:00-20:00")
                .containsEntry("holidaysOf", "")
                .containsEntry("closures", "2026-12-24 2026-12-31")
                .containsEntry("counter", "yes");
        assertThat(read(PointFields.of(point)).point()).isEqualTo(point);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name         |                        | MISSING
            street       | ''                     | MISSING
            city         | Kra\u0007ków           | NOT_ONE_LINE
            country      | Poland                 | NOT_A_COUNTRY
            phone        | 012 100 00 41          | NOT_A_NUMBER_TO_CALL
            hours        | whenever we like       | HOURS_UNREADABLE
            holidaysOf   | XX                     | HOLIDAYS_UNKNOWN
            closures     | 2026-02-30             | NOT_DAYS
            slotsPerHour | 0                      | OUT_OF_RANGE
            slotsPerHour | 10001                  | OUT_OF_RANGE
            slotsPerHour | -1                     | OUT_OF_RANGE
            slotsPerHour | many                   | OUT_OF_RANGE
            """)
    void a_wrong_value_is_named_and_the_only_one(String field, String value, Flaw flaw) {
        assertThat(read(with(field, value == null ? "" : value)).violations())
                .containsExactly(new Violation(field, flaw));
    }

    @Test
    void limits_hold_to_the_last_letter() {
        assertThat(read(with("name", "x".repeat(200))).violations()).isEmpty();
        assertThat(read(with("name", "x".repeat(201))).violations())
                .containsExactly(new Violation("name", Flaw.TOO_LONG));
        assertThat(read(with("slotsPerHour", "10000")).violations()).isEmpty();
        assertThat(PointFields.read("not a code", KRAKOW, SHOP).violations())
                .containsExactly(new Violation("code", Flaw.NOT_A_CODE));
        assertThat(PointFields.read("", KRAKOW, SHOP).violations())
                .containsExactly(new Violation("code", Flaw.MISSING));
    }

    private static PointFields.Reading read(Map<String, String> written) {
        return PointFields.read("KRK-01", written, SHOP);
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> written = new HashMap<>(KRAKOW);
        written.put(field, value);
        return written;
    }
}
