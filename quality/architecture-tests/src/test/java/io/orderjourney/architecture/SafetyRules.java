package io.orderjourney.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.orderjourney.architecture.Conditions.at;
import static io.orderjourney.architecture.Conditions.dependOnlyOn;
import static io.orderjourney.architecture.Conditions.haveNo;
import static io.orderjourney.architecture.Conditions.isAnnotatedWithAny;
import static io.orderjourney.architecture.Conditions.notCall;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchRule;
import io.orderjourney.architecture.Place.Layer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** What has hurt such systems elsewhere and can be seen in the code. */
final class SafetyRules {

    private static final String FAULT_TOLERANCE = "org.eclipse.microprofile.faulttolerance.";
    private static final List<String> FAULT_TOLERANT = List.of(
            FAULT_TOLERANCE + "Retry",
            FAULT_TOLERANCE + "Timeout",
            FAULT_TOLERANCE + "CircuitBreaker",
            FAULT_TOLERANCE + "Bulkhead",
            FAULT_TOLERANCE + "Fallback",
            FAULT_TOLERANCE + "Asynchronous",
            "io.smallrye.faulttolerance.api.RateLimit",
            "io.smallrye.faulttolerance.api.ExponentialBackoff",
            "io.smallrye.faulttolerance.api.ApplyGuard",
            "io.smallrye.faulttolerance.api.ApplyFaultTolerance");
    private static final List<String> TRANSACTIONAL =
            List.of("jakarta.transaction.Transactional", "io.quarkus.narayana.jta.runtime.TransactionConfiguration");
    private static final List<String> HTTP_METHODS = List.of(
            "jakarta.ws.rs.GET",
            "jakarta.ws.rs.POST",
            "jakarta.ws.rs.PUT",
            "jakarta.ws.rs.DELETE",
            "jakarta.ws.rs.PATCH",
            "jakarta.ws.rs.HEAD",
            "jakarta.ws.rs.OPTIONS");
    /** An interface with this annotation describes what we call, not what we answer. */
    private static final String REST_CLIENT = "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

    private static final String PERMIT_ALL = "jakarta.annotation.security.PermitAll";
    private static final List<String> SECURED = List.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.DenyAll",
            "io.quarkus.security.Authenticated",
            "io.quarkus.security.PermissionsAllowed");
    private static final Set<String> INJECTING = Set.of(
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource",
            "jakarta.persistence.PersistenceContext",
            "jakarta.ws.rs.core.Context",
            "org.eclipse.microprofile.config.inject.ConfigProperty",
            "org.eclipse.microprofile.rest.client.inject.RestClient");

    /** Methods that anybody may call without a credential, each with the reason. */
    static final Map<String, String> OPEN_TO_ALL = Map.ofEntries(
            Map.entry(
                    "io.orderjourney.credit.bank.rest.BankCallbacksResource.decision",
                    "the bank has no login here: each call carries a signature, which is checked first"),
            Map.entry(
                    "io.orderjourney.credit.bank.rest.BankCallbacksResource.papers",
                    "the bank has no login here: each call carries a signature, which is checked first"),
            Map.entry(
                    "io.orderjourney.notification.incidents.rest.HeartbeatsResource.beat",
                    "a monitor outside has no login: each beat carries the key of its heartbeat, which is checked first"),
            Map.entry(
                    "io.orderjourney.notification.answers.rest.AnswersResource.page",
                    "the customer has no login: the link in their message is signed, and nobody else has it"),
            Map.entry(
                    "io.orderjourney.notification.answers.rest.AnswersResource.answer",
                    "the customer has no login: the link in their message is signed, and nobody else has it"),
            Map.entry(
                    "io.orderjourney.notification.answers.rest.CalendarResource.calendar",
                    "the customer's calendar has no login: the link in their message is signed, and nobody else has it"),
            Map.entry(
                    "io.orderjourney.notification.answers.rest.FeedbackPageResource.page",
                    "the customer has no login: the link in their message is signed, and nobody else has it"),
            Map.entry(
                    "io.orderjourney.notification.answers.rest.FeedbackPageResource.give",
                    "the customer has no login: the link in their message is signed, and nobody else has it"),
            Map.entry(
                    "io.orderjourney.notification.answers.rest.FindOrderResource.form",
                    "the customer has no login, and lost the link"),
            Map.entry(
                    "io.orderjourney.notification.answers.rest.FindOrderResource.find",
                    "the customer has no login: they name the order and how they are reached, and tries are counted"),
            Map.entry(
                    "io.orderjourney.console.rest.LoginConsole.login",
                    "somebody who has no session yet must be able to begin one, and choose a language"),
            Map.entry(
                    "io.orderjourney.console.rest.LoginConsole.begin",
                    "somebody who has no session yet must be able to begin one, and choose a language"),
            Map.entry(
                    "io.orderjourney.console.rest.ProviderLoginConsole.start",
                    "somebody who has no session yet must be able to begin one"),
            Map.entry(
                    "io.orderjourney.console.rest.ProviderLoginConsole.callback",
                    "somebody who has no session yet must be able to begin one"),
            Map.entry(
                    "io.orderjourney.console.rest.SessionConsole.end",
                    "somebody who has no session yet must be able to begin one, and choose a language"),
            Map.entry(
                    "io.orderjourney.console.rest.SessionConsole.language",
                    "somebody who has no session yet must be able to begin one, and choose a language"),
            Map.entry(
                    "io.orderjourney.order.inquiries.console.ContactConsole.contact",
                    "anybody may ask the shop something, and sees only what the shop tells everybody"),
            Map.entry(
                    "io.orderjourney.order.inquiries.console.ContactConsole.ask",
                    "anybody may ask the shop something, and sees only what the shop tells everybody"));

    static final ArchRule NO_RETRY_INSIDE_A_TRANSACTION = classes()
            .should(haveNo("fault tolerance together with a transaction", SafetyRules::retriedTransactions))
            .because("a retry inside a transaction that has failed can only fail again");

    static final ArchRule FAULT_TOLERANCE_IS_FOR_CALLS_TO_OTHERS = classes()
            .that(at(
                    "are rules, use cases, consumers or at the database",
                    place -> place.isLaidOut()
                            && Set.of(Layer.ROOT, Layer.USECASE, Layer.KAFKA, Layer.DB)
                                    .contains(place.layer())))
            .should(haveNo(
                    "fault tolerance annotation",
                    type -> Stream.concat(Stream.<CanBeAnnotated>of(type), type.getMethods().stream())
                            .filter(SafetyRules::isFaultTolerant)
                            .map(Object::toString)))
            .because("it wraps outbound calls only; database work and consumers have their own ways to try again");

    static final ArchRule EVERY_RESOURCE_METHOD_SAYS_WHO_MAY_CALL_IT = classes()
            .that(DescribedPredicate.describe(
                    "have resource methods",
                    type -> type.getMethods().stream().anyMatch(SafetyRules::isResourceMethod)))
            .should(haveNo("resource method without a security annotation of its own", SafetyRules::unsecured))
            .because("no endpoint is open by accident, and rules on paths can be tricked");

    static final ArchRule NO_JAVA_SERIALIZATION = classes()
            .should(dependOnlyOn(
                    "data formats, not on serialized objects",
                    (type, target) -> !target.getName().startsWith("java.io.ObjectInput")))
            .because("reading serialized objects from outside runs code from outside");

    static final ArchRule NO_TYPE_NAMES_IN_JSON = classes()
            .should(notCall(
                    "Jackson's default typing",
                    (owner, name) -> name.equals("activateDefaultTyping")
                            || name.equals("activateDefaultTypingAsProperty")
                            || name.equals("enableDefaultTyping")
                            || name.equals("setDefaultTyping")))
            .andShould(haveNo("@JsonTypeInfo by class name", SafetyRules::classNamesInJson))
            .because("JSON that names classes lets a sender choose what is constructed");

    static final ArchRule NO_FIELD_INJECTION = classes()
            .should(haveNo(
                    "injected field",
                    type -> type.getFields().stream()
                            .filter(field -> field.getAnnotations().stream().anyMatch(SafetyRules::isInjecting))
                            .map(field -> field.getFullName())))
            .because("what a class needs is said by its constructor");

    static final ArchRule NO_EMITTER = classes()
            .should(dependOnlyOn(
                    "the outbox, not on reactive messaging",
                    (type, target) -> !target.getPackageName().startsWith("org.eclipse.microprofile.reactive.messaging")
                            && !target.getPackageName().startsWith("io.smallrye.reactive.messaging")))
            .because("an event is written in the transaction of the change and published by the relay");

    static final ArchRule ENTITIES_STAY_IN_THE_DATABASE_EDGE = classes()
            .should(haveNo("entity but in db/ and called …Row", type -> {
                boolean home = Place.of(type)
                        .filter(place -> place.layer() == Layer.DB)
                        .isPresent();
                boolean fits = home && type.getSimpleName().endsWith("Row");
                return type.isAnnotatedWith("jakarta.persistence.Entity") && !fits
                        ? Stream.of(type.getName())
                        : Stream.empty();
            }))
            .because("rows and rules are different types");

    static final ArchRule TRANSACTIONS_BEGIN_IN_USE_CASES = classes()
            .that(at("belong to a feature", place -> place.isLaidOut() && place.layer() != Layer.ASSEMBLY))
            .should(haveNo(
                    "@Transactional outside usecase/",
                    type -> isUseCase(type)
                            ? Stream.empty()
                            : Stream.concat(Stream.<CanBeAnnotated>of(type), type.getMethods().stream())
                                    .filter(SafetyRules::isTransactional)
                                    .map(Object::toString)))
            .because("one intent is one transaction, and a reader finds it in one place");

    static final ArchRule ASYNCHRONOUS_WORK_HAS_AN_EXECUTOR = classes()
            .should(haveNo("asynchronous call without an executor", SafetyRules::asyncWithoutExecutor))
            .because(
                    "the common pool of a small machine has one thread: two tasks that wait for each other never meet");

    private SafetyRules() {}

    private static Stream<String> retriedTransactions(JavaClass type) {
        Stream<String> methods = type.getMethods().stream()
                .filter(method -> (isFaultTolerant(method) || isFaultTolerant(type))
                        && (isTransactional(method) || isTransactional(type)))
                .map(JavaMethod::getFullName);
        return isFaultTolerant(type) && isTransactional(type)
                ? Stream.concat(Stream.of(type.getName()), methods)
                : methods;
    }

    private static Stream<String> unsecured(JavaClass type) {
        return type.getMethods().stream()
                .filter(SafetyRules::isResourceMethod)
                .filter(method -> !isAnnotatedWithAny(method, SECURED))
                .filter(method -> !(method.isAnnotatedWith(PERMIT_ALL) && OPEN_TO_ALL.containsKey(nameOf(method))))
                .map(method -> nameOf(method)
                        + (method.isAnnotatedWith(PERMIT_ALL)
                                ? " is open to all, but not among those that may be"
                                : " does not say who may call it"));
    }

    private static Stream<String> asyncWithoutExecutor(JavaClass type) {
        return type.getCodeUnitAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().isAssignableTo(CompletionStage.class)
                        && access.getTarget().getName().endsWith("Async")
                        && access.getTarget().getRawParameterTypes().stream()
                                .noneMatch(parameter -> parameter.isAssignableTo(Executor.class)))
                .map(access -> access.getDescription());
    }

    static String nameOf(JavaMethod method) {
        return method.getOwner().getName() + "." + method.getName();
    }

    private static boolean isResourceMethod(JavaMethod method) {
        return isAnnotatedWithAny(method, HTTP_METHODS) && !method.getOwner().isAnnotatedWith(REST_CLIENT);
    }

    private static boolean isFaultTolerant(CanBeAnnotated element) {
        return FAULT_TOLERANT.stream().anyMatch(element::isAnnotatedWith);
    }

    private static boolean isTransactional(CanBeAnnotated element) {
        return TRANSACTIONAL.stream().anyMatch(element::isAnnotatedWith);
    }

    private static boolean isUseCase(JavaClass type) {
        return Place.of(type).filter(place -> place.layer() == Layer.USECASE).isPresent();
    }

    private static boolean isInjecting(JavaAnnotation<?> annotation) {
        return INJECTING.contains(annotation.getRawType().getName());
    }

    private static Stream<String> classNamesInJson(JavaClass type) {
        Stream<JavaAnnotation<?>> onType = type.getAnnotations().stream().map(annotation -> annotation);
        Stream<JavaAnnotation<?>> onMembers =
                type.getMembers().stream().flatMap(member -> member.getAnnotations().stream());
        return Stream.concat(onType, onMembers)
                .filter(annotation ->
                        annotation.getRawType().getName().equals("com.fasterxml.jackson.annotation.JsonTypeInfo"))
                .filter(annotation -> annotation
                        .get("use")
                        .filter(use ->
                                use instanceof JavaEnumConstant id && id.name().endsWith("CLASS"))
                        .isPresent())
                .map(annotation -> annotation.getDescription() + " in " + type.getName());
    }
}
