package io.orderjourney.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.orderjourney.architecture.Conditions.at;
import static io.orderjourney.architecture.Conditions.haveNo;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.orderjourney.architecture.Place.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Names say what a thing is in the shop's words; a name that could be any class's name is refused. */
final class NameRules {

    /** "Service" means a deployable, and this package starts and stops deployables. */
    private static final String STARTS_SERVICES = "io.orderjourney.stack";

    /** Words of a name, in lower case. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "service",
            "services",
            "manager",
            "managers",
            "util",
            "utils",
            "utility",
            "utilities",
            "common",
            "helper",
            "helpers",
            "impl",
            "dto",
            "dtos",
            "processor",
            "processors",
            "facade",
            "base",
            "abstract");

    /** Names with such a word that say what they mean, each with the reason. */
    static final Map<String, String> MEANT = Map.of(
            "io.orderjourney.operations.ServiceClock",
            "the clock that a deployed service runs on, whichever service it is",
            "io.orderjourney.promises.ManagerApprovalRequired",
            "a manager is a person of the shop, who decides about the second reschedule of a promise");

    /** What a class is called tells where it lives. */
    private static final Map<String, Layer> HOME_OF_SUFFIX = Map.of(
            "Handler", Layer.USECASE,
            "Resource", Layer.REST,
            "Consumer", Layer.KAFKA,
            "Row", Layer.DB);

    static final ArchRule NAMES_SAY_SOMETHING = classes()
            .that(areNamed())
            .should(haveNo(
                    "empty word in their names ("
                            + String.join(", ", EMPTY_WORDS.stream().sorted().toList()) + ")",
                    NameRules::emptyWords))
            .because("such a word fits every class and so says nothing");

    static final ArchRule STATUS_IS_DERIVED_NOT_SET = classes()
            .that(areNamed())
            .should(haveNo(
                    "method set…Status",
                    type -> type.getMethods().stream()
                            .filter(method -> method.getName().startsWith("set")
                                    && method.getName().endsWith("Status"))
                            .map(method -> method.getFullName())))
            .because("a status is a function of facts and time");

    static final ArchRule A_NAME_TELLS_THE_LAYER = classes()
            .that(at("belong to a service or the promise book", Place::isLaidOut))
            .should(haveNo("name of another layer", NameRules::awayFromHome))
            .because("a reader who sees a name knows where to look and what it may do");

    private NameRules() {}

    private static DescribedPredicate<JavaClass> areNamed() {
        return DescribedPredicate.describe(
                "have a name",
                type -> !type.isAnonymousClass() && !type.getSimpleName().equals("package-info"));
    }

    private static Stream<String> emptyWords(JavaClass type) {
        if (MEANT.containsKey(type.getName())) {
            return Stream.empty();
        }
        List<String> words = new ArrayList<>(wordsOf(type.getSimpleName()));
        words.addAll(Arrays.asList(type.getPackageName().split("\\.")));
        return words.stream()
                .filter(word -> EMPTY_WORDS.contains(word)
                        && !(word.equals("service") && type.getPackageName().startsWith(STARTS_SERVICES)))
                .map(word -> "'" + word + "' in the name of " + type.getName());
    }

    private static Stream<String> awayFromHome(JavaClass type) {
        if (type.isNestedClass()) {
            return Stream.empty();
        }
        String name = type.getSimpleName();
        Layer layer = Place.of(type).orElseThrow().layer();
        Stream<String> suffix = HOME_OF_SUFFIX.entrySet().stream()
                .filter(home -> name.endsWith(home.getKey()) && layer != home.getValue())
                .map(home -> type.getName() + " is called …" + home.getKey() + ", which lives in " + home.getValue());
        Stream<String> prefix = name.startsWith("Panache") && layer != Layer.DB
                ? Stream.of(type.getName() + " is called Panache…, which lives in " + Layer.DB)
                : Stream.empty();
        return Stream.concat(suffix, prefix);
    }

    /** "OrderDTO" is "order", "dto"; "DatabaseClock" is "database", "clock". */
    static List<String> wordsOf(String simpleName) {
        List<String> words = new ArrayList<>();
        for (String word : simpleName.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_|\\$")) {
            words.add(word.toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
