package io.orderjourney.journeytests.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must hold, how often it was looked at, and what was found instead. */
final class Findings {

    private static final int EXAMPLES = 8;

    /** One rule. */
    static final class Rule {
        private int looks;
        private int broken;
        private final List<String> examples = new ArrayList<>();

        int looks() {
            return looks;
        }

        int broken() {
            return broken;
        }

        List<String> examples() {
            return List.copyOf(examples);
        }
    }

    private final Map<String, Rule> rules = new LinkedHashMap<>();

    /** Looks once at a rule; {@code otherwise} says what was found where it does not hold. */
    void that(boolean holds, String rule, Object otherwise) {
        Rule looked = rules.computeIfAbsent(rule, first -> new Rule());
        looked.looks++;
        if (!holds) {
            looked.broken++;
            if (looked.examples.size() < EXAMPLES) {
                looked.examples.add(String.valueOf(otherwise));
            }
        }
    }

    Map<String, Rule> rules() {
        return new LinkedHashMap<>(rules);
    }

    boolean allHold() {
        return rules.values().stream().allMatch(rule -> rule.broken == 0);
    }
}
