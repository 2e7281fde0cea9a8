package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.fulfillment.PartLine;
import io.orderjourney.contracts.fulfillment.PartsChanged;
import io.orderjourney.contracts.orders.LineChange;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.messages.MessageContent;
import io.orderjourney.notification.messages.MessageContent.DateShift;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notice.NoticeState;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.StandingPromises;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills a message with what is valid at the moment of sending: its news, and every other open promise. */
@ApplicationScoped
class ComposeMessage {

    /** News that itself keeps a promise, which is then not listed as open. */
    private static final Map<NoticeSubject, PromiseKind> KEPT_BY_NEWS = Map.of(
            NoticeSubject.READY_FOR_PICKUP, PromiseKind.PICKUP_READY,
            NoticeSubject.PARCEL_DISPATCHED, PromiseKind.DISPATCH,
            NoticeSubject.PARCEL_DELIVERED, PromiseKind.DELIVERY,
            NoticeSubject.CREDIT_APPROVED, PromiseKind.CREDIT_DECISION,
            NoticeSubject.CREDIT_REFUSED, PromiseKind.CREDIT_DECISION);

    /** News about a promise, which is then listed first: a text message has room for no other. */
    private static final Map<NoticeSubject, PromiseKind> ABOUT = Map.of(
            NoticeSubject.APPOINTMENT_BOOKED, PromiseKind.SIGNING_APPOINTMENT,
            NoticeSubject.NEXT_UPDATE, PromiseKind.NEXT_UPDATE,
            NoticeSubject.READY_FOR_PICKUP, PromiseKind.PICKUP_SLOT,
            NoticeSubject.PARCEL_DISPATCHED, PromiseKind.DELIVERY,
            NoticeSubject.OUT_FOR_DELIVERY, PromiseKind.DELIVERY,
            NoticeSubject.READINESS_WITHDRAWN, PromiseKind.PICKUP_READY,
            NoticeSubject.PARTS_AGREED, PromiseKind.PICKUP_READY,
            NoticeSubject.PART_HANDED_OVER, PromiseKind.REST_READY,
            NoticeSubject.PART_NOT_COLLECTED, PromiseKind.PICKUP_READY);

    private static final int CALLS_TOLD_MAX = 3;

    private final Journeys journeys;
    private final CurrentTerms terms;
    private final Notices notices;
    private final PromisedDates dates;
    private final BusinessClock clock;
    private final AnswerLinks answerLinks;
    private final RequestCall calls;
    private final CollectorCodes codes;

    ComposeMessage(
            Journeys journeys,
            CurrentTerms terms,
            Notices notices,
            PromisedDates dates,
            BusinessClock clock,
            AnswerLinks answerLinks,
            RequestCall calls,
            CollectorCodes codes) {
        this.journeys = journeys;
        this.terms = terms;
        this.notices = notices;
        this.dates = dates;
        this.clock = clock;
        this.answerLinks = answerLinks;
        this.calls = calls;
        this.codes = codes;
    }

    /** @param facts of the journey, which is known */
    MessageContent compose(Notice notice, NoticeFacts facts, String language) {
        Journey journey = facts.journeyOf(notice).orElseThrow();
        ShopTerms shop = terms.at(journey.pickupPoint());
        DeskPolicy desk = shop.desk(calls.deskFor(notice));
        PartsChanged parts = journeys.parts(journey.id()).orElse(null);
        List<MessageContent.NewDate> newDates = notice.newDates().stream()
                .map(change -> newDate(change, shop, language))
                .toList();
        return new MessageContent(
                language,
                journey.orderNumber(),
                notice.number(),
                place(journey.pickupPoint()),
                goods(journey),
                toPay(journey, parts),
                shop.desk(Desk.PICKUP_POINT).hours(),
                notice.subjects(),
                newDates,
                turns(facts.promisesOf(notice), shop, language),
                journey.end(),
                !hasApologisedToday(notice, shop),
                journey.isOpen() ? promised(notice, parts, facts, shop, language) : List.of(),
                notice.freeText(),
                desk.phone(),
                desk.hours(),
                notice.tells(NoticeSubject.PROBABLY_LATER) ? doubts(notice, facts, shop, language) : List.of(),
                tellsChange(notice) ? changed(journey) : null,
                parts == null ? null : parts(parts),
                notice.tells(NoticeSubject.COLLECTOR_CODE) ? codes.of(journey.id()) : "",
                link(notice, journey));
    }

    private @Nullable String link(Notice notice, Journey journey) {
        if (journey.isInquiry()) {
            return null;
        }
        return notice.tells(NoticeSubject.FEEDBACK_REQUEST)
                ? answerLinks.ofFeedback(notice.number())
                : answerLinks.of(notice.number());
    }

    /** Name and address of the point, as soon as they are known here. */
    private @Nullable String place(@Nullable String code) {
        return terms.point(code)
                .map(point -> point.name() + ", " + point.address())
                .orElse(code);
    }

    private static List<MessageContent.Doubt> doubts(
            Notice notice, NoticeFacts facts, ShopTerms shop, String language) {
        return facts.doubtful(notice).stream()
                .map(promise -> new MessageContent.Doubt(
                        Wording.told(promise, shop.zone(), language),
                        Wording.date(
                                Precision.BY_TIME,
                                null,
                                Objects.requireNonNull(facts.doubtful().get(promise.id())),
                                shop.zone(),
                                language)))
                .toList();
    }

    private static boolean tellsChange(Notice notice) {
        return notice.tells(NoticeSubject.ORDER_CHANGED) || notice.tells(NoticeSubject.PART_NOT_COLLECTED);
    }

    private MessageContent.Changed changed(Journey journey) {
        List<LineChange> changes = journeys.lineChanges(journey.id());
        return new MessageContent.Changed(
                line(changes.stream()
                        .filter(change -> change.quantityBefore() == 0)
                        .map(change -> new PartLine(change.sku(), change.name(), change.quantity()))
                        .toList()),
                line(changes.stream()
                        .filter(change -> change.quantity() == 0)
                        .map(change -> new PartLine(change.sku(), change.name(), change.quantityBefore()))
                        .toList()),
                changes.stream()
                        .filter(change -> change.quantity() > 0 && change.quantityBefore() > 0)
                        .map(change ->
                                new MessageContent.Quantity(change.name(), change.quantity(), change.quantityBefore()))
                        .toList(),
                journey.total());
    }

    private static MessageContent.Parts parts(PartsChanged parts) {
        return new MessageContent.Parts(line(parts.handedOver()), line(parts.here()), line(parts.coming()));
    }

    private static String line(List<PartLine> lines) {
        return lines.stream()
                .map(line -> (line.quantity() > 1 ? line.quantity() + " × " : "") + line.name())
                .collect(Collectors.joining(", "));
    }

    /** In parts, what is here is paid with it; on credit, what the bank does not lend. */
    private @Nullable Money toPay(Journey journey, @Nullable PartsChanged parts) {
        if (journey.payment() != PaymentMethod.ON_PICKUP) {
            return journey.payment() == PaymentMethod.CREDIT
                    ? journeys.rest(journey.id()).orElse(null)
                    : null;
        }
        Money total = journey.total();
        if (total == null || parts == null || !parts.inParts()) {
            return total;
        }
        Set<String> here = parts.here().stream().map(PartLine::sku).collect(Collectors.toSet());
        long due = journey.goods().stream()
                .filter(line -> here.contains(line.sku()))
                .mapToLong(line -> line.unitPrice().amountMinor() * line.quantity())
                .sum();
        return new Money(due, total.currency());
    }

    private static String goods(Journey journey) {
        return journey.goods().stream()
                .map(line -> (line.quantity() > 1 ? line.quantity() + " × " : "") + line.name())
                .collect(Collectors.joining(", "));
    }

    private MessageContent.NewDate newDate(DateChange change, ShopTerms shop, String language) {
        String told = Wording.told(
                change.kind(), change.precision(), change.windowStartAt(), change.dueAt(), shop.zone(), language);
        return new MessageContent.NewDate(
                before(change, shop, language),
                told,
                change.shift(),
                change.reason(),
                change.windowStartAt() != null,
                change.shift() == DateShift.NOT_REACHED ? lastCalls(change, shop) : List.of());
    }

    /** The last calls that the customer did not answer; more than a few say nothing more. */
    private List<ZonedDateTime> lastCalls(DateChange change, ShopTerms shop) {
        List<ZonedDateTime> calls =
                journeys
                        .unansweredCalls(List.of(change.journeyId()))
                        .getOrDefault(change.journeyId(), List.of())
                        .stream()
                        .filter(call -> call.kind().equals(change.kind()))
                        .map(call -> call.calledAt().atZone(shop.zone()))
                        .toList();
        return calls.subList(Math.max(0, calls.size() - CALLS_TOLD_MAX), calls.size());
    }

    private static String before(DateChange change, ShopTerms shop, String language) {
        Instant windowStartAt = change.precision() == Precision.WINDOW ? change.believedAnchorAt() : null;
        return Wording.date(change.precision(), windowStartAt, change.believedDueAt(), shop.zone(), language);
    }

    private static List<MessageContent.Turn> turns(List<Promise> all, ShopTerms shop, String language) {
        return all.stream()
                .filter(Promise::isOpen)
                .map(Promise::turn)
                .filter(Objects::nonNull)
                .map(turn -> new MessageContent.Turn(
                        turn.reason(), Wording.date(Precision.BY_TIME, null, turn.untilAt(), shop.zone(), language)))
                .distinct()
                .toList();
    }

    /** Whether the customer has read an apology for every delay in this message on the same day, with another date. */
    private boolean hasApologisedToday(Notice notice, ShopTerms shop) {
        if (!notice.isDelayNotice()) {
            return true;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), shop.zone());
        Map<UUID, List<PromisedDate>> known =
                dates.of(notice.newDates().stream().map(DateChange::promiseId).collect(Collectors.toSet()));
        Set<UUID> apologisedFor = notices.of(notice.journeyId()).stream()
                .filter(other -> !other.id().equals(notice.id()) && other.state() == NoticeState.LEFT)
                .filter(other ->
                        LocalDate.ofInstant(other.sendAfter(), shop.zone()).equals(today))
                .flatMap(other -> other.newDates().stream())
                .filter(DateChange::isDelay)
                .filter(change -> known.getOrDefault(change.promiseId(), List.of()).stream()
                        .anyMatch(date -> date.revision() == change.revision() && date.deliveredAt() != null))
                .map(DateChange::promiseId)
                .collect(Collectors.toSet());
        return notice.newDates().stream()
                .filter(DateChange::isDelay)
                .allMatch(change -> apologisedFor.contains(change.promiseId()));
    }

    private List<String> promised(
            Notice notice, @Nullable PartsChanged parts, NoticeFacts facts, ShopTerms shop, String language) {
        Set<PromiseKind> announced = kinds(KEPT_BY_NEWS, notice);
        if (notice.tells(NoticeSubject.READY_FOR_PICKUP)
                && parts != null
                && parts.coming().isEmpty()) {
            announced.add(PromiseKind.REST_READY);
        }
        notice.newDates().forEach(change -> announced.add(change.kind()));
        if (notice.tells(NoticeSubject.PROBABLY_LATER)) {
            facts.doubtful(notice).forEach(promise -> announced.add(promise.kind()));
        }
        Set<PromiseKind> about = kinds(ABOUT, notice);
        List<Promise> open =
                StandingPromises.of(facts.promisesOf(notice), facts.undated(), shop, clock.instant()).stream()
                        .filter(promise -> !announced.contains(promise.kind()))
                        // Who can come needs no news of when there will be news.
                        .filter(promise -> !notice.tells(NoticeSubject.READY_FOR_PICKUP)
                                || !promise.kind().equals(PromiseKind.NEXT_UPDATE))
                        .toList();
        return open.stream()
                .filter(promise -> !facts.isKeptByNaming(promise, open))
                .sorted(Comparator.comparing((Promise promise) -> !about.contains(promise.kind()))
                        .thenComparing(Promise::anchorAt))
                .map(promise -> Wording.told(promise, shop.zone(), language))
                .distinct()
                .toList();
    }

    private static Set<PromiseKind> kinds(Map<NoticeSubject, PromiseKind> bySubject, Notice notice) {
        Set<PromiseKind> kinds = new HashSet<>();
        bySubject.forEach((subject, kind) -> {
            if (notice.tells(subject)) {
                kinds.add(kind);
            }
        });
        return kinds;
    }
}
