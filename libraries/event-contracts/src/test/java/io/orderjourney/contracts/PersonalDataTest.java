package io.orderjourney.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.contracts.testing.EventSchema;
import io.orderjourney.contracts.testing.GoldenSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events live for years in other systems: of the customer they know the id and the language, and nothing else. */
class PersonalDataTest {

    /** The one topic that carries contact data; only the four services may read it, and a tombstone erases it. */
    private static final String CONTACTS = "customers";

    /** Parts of field names, as people write them: {@code customerName}, {@code e_mail}, {@code phone}. */
    private static final Set<String> PERSONAL_WORDS = Set.of(
            "name",
            "names",
            "surname",
            "lastname",
            "firstname",
            "nickname",
            "email",
            "mail",
            "phone",
            "telephone",
            "mobile",
            "msisdn",
            "address",
            "street",
            "city",
            "postcode",
            "zip",
            "birth",
            "birthday",
            "born",
            "age",
            "gender",
            "sex",
            "passport",
            "pesel",
            "nip",
            "iban",
            "card",
            "income",
            "salary",
            "ip",
            "login",
            "user");

    private static final Set<String> ALLOWED = Set.of(
            // What the goods are called.
            "OrderLine.name",
            "LineChange.name",
            "PartLine.name",
            "CatalogueItem.name",
            "WantedGoods.name",
            "RepairedGoods.name",
            // A place of the shop.
            "PickupPoint.name",
            "PickupPoint.street",
            "PickupPoint.city",
            "PickupPoint.phone",
            // The number of a desk of the shop.
            "DeskPolicy.phone");

    private static final Pattern CONTACT_DATA =
            Pattern.compile("[\\w.+-]+@[\\w-]+\\.\\w+|(?<![\\w-])\\+?\\d[\\d ()-]{7,}\\d");

    @Test
    void no_field_outside_the_contacts_is_named_like_personal_data() {
        List<String> suspects = new ArrayList<>();
        for (EventType<?> type : EventTypes.all()) {
            if (!type.topic().equals(CONTACTS)) {
                collectSuspects(
                        type.dataType().getSimpleName(), EventSchema.of(type).tree(), suspects);
            }
        }
        assertThat(suspects.stream().distinct()).containsExactlyInAnyOrderElementsOf(ALLOWED);
    }

    @Test
    void contact_data_is_found_where_it_is() {
        List<String> suspects = new ArrayList<>();
        collectSuspects(
                "CustomerContact", EventSchema.of(EventTypes.CONTACT_CHANGED).tree(), suspects);
        assertThat(suspects)
                .containsExactlyInAnyOrder(
                        "CustomerContact.name",
                        "CustomerContact.email",
                        "CustomerContact.phone",
                        "DeliveryAddress.street",
                        "DeliveryAddress.city");
    }

    @ParameterizedTest
    @CsvSource({
        "customerName, true",
        "customer_name, true",
        "deliveryAddress, true",
        "phone, true",
        "eMail, true",
        "mobilePhone, true",
        "customerId, false",
        "orderNumber, false",
        "language, false",
        "stage, false",
        "dueAt, false"
    })
    void a_name_is_read_word_by_word(String field, boolean personal) {
        assertThat(isPersonal(field)).isEqualTo(personal);
    }

    /** Free words are written by people: what the samples show is what people will imitate. */
    @Test
    void no_sample_outside_the_contacts_shows_an_address_or_a_number_of_a_person() {
        for (GoldenSample<?> sample : GoldenSample.allOf(EventTypes.all())) {
            boolean found = texts(sample.tree()).stream()
                    .filter(text -> !text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\d.*"))
                    .anyMatch(text -> CONTACT_DATA.matcher(text).find());
            boolean expected = sample.type().topic().equals(CONTACTS)
                    ? sample.tree().has("email")
                    : sample.type().equals(EventTypes.SHOP_POLICY_CHANGED)
                            || sample.type().equals(EventTypes.PICKUP_POINT_CHANGED);
            assertThat(found).as("contact data in %s", sample).isEqualTo(expected);
        }
    }

    private static void collectSuspects(String record, JsonNode schema, List<String> suspects) {
        schema.path("properties").fieldNames().forEachRemaining(field -> {
            if (isPersonal(field)) {
                suspects.add(record + "." + field);
            }
        });
        schema.path("$defs")
                .properties()
                .forEach(definition -> collectSuspects(definition.getKey(), definition.getValue(), suspects));
    }

    private static boolean isPersonal(String field) {
        String[] words = field.split("(?<=[a-z0-9])(?=[A-Z])|[_.-]");
        for (String word : words) {
            if (PERSONAL_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> texts(JsonNode tree) {
        List<String> texts = new ArrayList<>();
        if (tree.isTextual()) {
            texts.add(tree.textValue());
        }
        tree.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }
}
