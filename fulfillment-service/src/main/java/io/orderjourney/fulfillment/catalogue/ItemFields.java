package io.orderjourney.fulfillment.catalogue;

import io.orderjourney.contracts.Identifiers;
import io.orderjourney.contracts.OneLine;
import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.fulfillment.masterdata.Violation;
import io.orderjourney.fulfillment.masterdata.Violation.Flaw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An article as people write it: every value with its name, and what is wrong with it. */
public final class ItemFields {

    public static final int NAME_MAX = 200;

    private ItemFields() {}

    /** Every value of an article, by name. */
    public static Map<String, String> of(CatalogueItem item) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", item.name());
        fields.put("discontinued", item.discontinued() ? "yes" : "no");
        return fields;
    }

    /** What is wrong with an article that is to have this number and name; empty if nothing is. */
    public static List<Violation> violations(String sku, String name) {
        List<Violation> violations = new ArrayList<>();
        if (sku.isEmpty()) {
            violations.add(new Violation("code", Flaw.MISSING));
        } else if (!sku.matches(Identifiers.SKU)) {
            violations.add(new Violation("code", Flaw.NOT_A_CODE));
        }
        if (name.isBlank()) {
            violations.add(new Violation("name", Flaw.MISSING));
        } else if (name.length() > NAME_MAX) {
            violations.add(new Violation("name", Flaw.TOO_LONG));
        } else if (!name.matches(OneLine.PATTERN)) {
            violations.add(new Violation("name", Flaw.NOT_ONE_LINE));
        }
        return violations;
    }
}
