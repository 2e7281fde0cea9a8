package io.orderjourney.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.orderjourney.architecture.Conditions.haveNo;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One time: only the library business-time asks a machine, and everybody else asks the library. */
final class TimeRules {

    private static final String BUSINESS_TIME = "io.orderjourney.time";

    /** Who may look at the real time of a machine all the same, each with the reason. */
    static final Map<String, String> MEANS_REAL_TIME = Map.of(
            "io.orderjourney.rest.idempotency.IdempotentRequests",
            "how long an answer is kept counts real days, or a demo's clock would forget a request while it is repeated",
            "io.orderjourney.rest.idempotency.IdempotencyPurge",
            "how long an answer is kept counts real days, or a demo's clock would forget a request while it is repeated",
            "io.orderjourney.rest.webhook.WebhookSignature",
            "a partner signs with the real time, and an old signature is old whatever a demo's clock says",
            "io.orderjourney.stack.simulators.Callbacks",
            "a simulator is somebody else's machine: it repeats its calls by its own clock",
            "io.orderjourney.stack.simulators.Ledger",
            "a simulator is somebody else's machine: it writes down when it was asked by its own clock too",
            "io.orderjourney.console.session.Sessions",
            "a person's login lasts a real working day, however far a demo's clock jumps",
            "io.orderjourney.console.session.LoginAttempts",
            "a provider's tokens and codes live by the real time",
            "io.orderjourney.messaging.Spans",
            "a span says how long something took on a machine, and stands beside the spans of other systems",
            "io.orderjourney.connectors.ConnectorMain",
            "what Order Journey sends is signed with the real time, and an old signature is old whatever a demo's clock says");

    private static final Set<String> TOLD_BY_NOW = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.MonthDay");

    static final ArchRule ONLY_BUSINESS_TIME_ASKS_A_MACHINE = classes()
            .that(DescribedPredicate.describe(
                    "are not business-time and do not mean real time",
                    type -> !type.getPackageName().equals(BUSINESS_TIME) && !isExcepted(type)))
            .should(haveNo("look at a machine's clock or zone", TimeRules::looks))
            .because("replicas must agree on the time, and a demo must be able to move it");

    private TimeRules() {}

    private static boolean isExcepted(JavaClass type) {
        return MEANS_REAL_TIME.keySet().stream()
                .anyMatch(name -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    private static Stream<String> looks(JavaClass type) {
        return type.getCodeUnitAccessesFromSelf().stream()
                .filter(access -> isLook(
                        access.getTargetOwner().getName(),
                        access.getTarget().getName(),
                        access.getTarget().getRawParameterTypes().isEmpty()))
                .map(access -> access.getDescription());
    }

    private static boolean isLook(String owner, String name, boolean withoutArguments) {
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.time.InstantSource" -> name.equals("system") || name.equals("tick");
            case "java.time.ZoneId", "java.util.TimeZone" -> name.equals("systemDefault") || name.equals("getDefault");
            case "java.util.Date" -> name.equals("<init>") && withoutArguments;
            case "java.util.Calendar", "java.util.GregorianCalendar" ->
                name.equals("getInstance") || name.equals("<init>");
            default -> TOLD_BY_NOW.contains(owner) && name.equals("now");
        };
    }
}
