package io.orderjourney.notification.answers.usecase;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.notification.answers.CalendarEntry;
import io.orderjourney.notification.answers.CustomerPage;
import io.orderjourney.notification.answers.CustomerReplies;
import io.orderjourney.notification.answers.CustomerReply;
import io.orderjourney.notification.answers.OrderStep;
import io.orderjourney.notification.answers.PartsChoice;
import io.orderjourney.notification.answers.PossibleTimes;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.desktasks.DeskTask;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.notification.ledger.DateHistory;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.StandingPromises;
import io.orderjourney.notification.notices.usecase.AnswerLinks;
import io.orderjourney.notification.notices.usecase.CollectorCodes;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the page behind a link shows. Viewing changes nothing: mail scanners and previews do it too. */
@ApplicationScoped
public class ShowCustomerPage {

    /** So long after the end of a journey its links show how it ended. */
    static final Duration SHOWN_AFTER_END = Duration.ofDays(30);

    /** What needs nobody to act on it. */
    private static final Set<CustomerAnswer> SETTLED_AT_ONCE = EnumSet.of(
            CustomerAnswer.ACCEPT, CustomerAnswer.IN_PARTS, CustomerAnswer.TOGETHER, CustomerAnswer.SOMEBODY_ELSE);

    private final Notices notices;
    private final Promises promises;
    private final PromisedDates dates;
    private final PromiseDesk promiseDesk;
    private final Journeys journeys;
    private final Contacts contacts;
    private final CustomerReplies replies;
    private final DeskTasks tasks;
    private final CollectorCodes codes;
    private final AnswerLinks links;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    ShowCustomerPage(
            Notices notices,
            Promises promises,
            PromisedDates dates,
            PromiseDesk promiseDesk,
            Journeys journeys,
            Contacts contacts,
            CustomerReplies replies,
            DeskTasks tasks,
            CollectorCodes codes,
            AnswerLinks links,
            CurrentTerms terms,
            BusinessClock clock) {
        this.notices = notices;
        this.promises = promises;
        this.dates = dates;
        this.promiseDesk = promiseDesk;
        this.journeys = journeys;
        this.contacts = contacts;
        this.replies = replies;
        this.tasks = tasks;
        this.codes = codes;
        this.links = links;
        this.terms = terms;
        this.clock = clock;
    }

    /** The journey of this link ended long ago. */
    public static final class Expired extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String language;

        Expired(String language) {
            super("The journey ended long ago");
            this.language = language;
        }

        /** In which its customer reads. */
        public String language() {
            return language;
        }
    }

    /**
     * The page behind the link in the message with this number; empty if there is no such message.
     *
     * @throws Expired if the journey ended long ago
     */
    @Transactional
    public Optional<CustomerPage> of(long number) {
        return notices.numbered(number)
                .flatMap(notice -> journeys.find(notice.journeyId())
                        // Who asked something is answered; there is no order to show.
                        .filter(journey -> !journey.isInquiry())
                        .map(journey -> page(notice, journey)));
    }

    private CustomerPage page(Notice notice, Journey journey) {
        String language = contacts.find(journey.customerId())
                .map(CustomerContact::language)
                .orElse(journey.language());
        Instant now = clock.instant();
        requireShown(journey, language, now);
        return new Writer(notice, journey, language, terms.at(journey.pickupPoint()), now).page();
    }

    /** @throws Expired if the journey ended long ago */
    static void requireShown(Journey journey, String language, Instant now) {
        Instant closedAt = journey.closedAt();
        if (closedAt != null && now.isAfter(closedAt.plus(SHOWN_AFTER_END))) {
            throw new Expired(language);
        }
    }

    /** Writes one page. */
    private final class Writer {
        private final Notice notice;
        private final Journey journey;
        private final String language;
        private final ShopTerms shop;
        private final Instant now;
        private final List<Promise> all;
        private final List<Promise> open;
        private final boolean ready;

        Writer(Notice notice, Journey journey, String language, ShopTerms shop, Instant now) {
            this.notice = notice;
            this.journey = journey;
            this.language = language;
            this.shop = shop;
            this.now = now;
            this.all = promises.of(journey.id());
            this.open = journey.isOpen()
                    ? all.stream()
                            .filter(Promise::isOpen)
                            .sorted(Comparator.comparing(Promise::anchorAt))
                            .toList()
                    : List.of();
            this.ready = journey.isOpen() && notices.readyNow(journey.id()).isPresent();
        }

        CustomerPage page() {
            return new CustomerPage(
                    language,
                    journey.orderNumber(),
                    notice.number(),
                    steps(),
                    turns(),
                    promised(),
                    journey.isOpen() ? reply() : null,
                    open.stream()
                            .filter(PossibleTimes::canBeChosen)
                            .map(this::choice)
                            .toList(),
                    inside(CallBack.dueAt(shop, desk(), now)),
                    new CustomerPage.Goods(journey.goods(), journey.total(), Objects.requireNonNull(journey.payment())),
                    new CustomerPage.Pickup(
                            journey.byCourier() ? null : place(Objects.requireNonNull(journey.pickupPoint())),
                            shop.desk(Desk.PICKUP_POINT).hours(),
                            ready,
                            journey.isOpen() ? codes.of(journey.id()) : ""),
                    parts(),
                    call(),
                    ended(),
                    CalendarEntry.of(all, Set.of(), shop.zone()).isEmpty() ? null : links.ofCalendar(notice.number()),
                    null);
        }

        /** Name and address of the point, as soon as they are known here. */
        private String place(String code) {
            return terms.point(code)
                    .map(point -> point.name() + ", " + point.address())
                    .orElse(code);
        }

        private CustomerPage.@Nullable Parts parts() {
            return journeys.parts(journey.id())
                    .filter(parts -> journey.isOpen())
                    .filter(parts ->
                            !parts.coming().isEmpty() || !parts.handedOver().isEmpty())
                    .map(parts -> new CustomerPage.Parts(
                            parts.handedOver(),
                            parts.here(),
                            parts.coming(),
                            PartsChoice.of(parts, ready)
                                    .map(PartsChoice::answer)
                                    .orElse(null)))
                    .orElse(null);
        }

        private List<OrderStep> steps() {
            boolean done = journey.end() == JourneyEnd.COMPLETED;
            return journey.byCourier()
                    ? OrderStep.ofDelivery(all, done)
                    : OrderStep.of(Objects.requireNonNull(journey.payment()), all, ready, done);
        }

        private CustomerPage.@Nullable Ended ended() {
            Instant closedAt = journey.closedAt();
            JourneyEnd end = journey.end();
            return closedAt == null || end == null
                    ? null
                    : new CustomerPage.Ended(end, Wording.moment(closedAt, shop.zone(), language));
        }

        private List<CustomerPage.Turn> turns() {
            return open.stream()
                    .flatMap(promise -> Optional.ofNullable(promise.turn()).stream())
                    .map(turn -> new CustomerPage.Turn(
                            turn.reason(),
                            Wording.date(Precision.BY_TIME, null, turn.untilAt(), shop.zone(), language)))
                    .distinct()
                    .toList();
        }

        private List<CustomerPage.Promised> promised() {
            List<Promise> standing = StandingPromises.of(all, dates.undated(journey.id()), shop, now);
            Map<UUID, List<PromisedDate>> known =
                    dates.of(standing.stream().map(Promise::id).toList());
            Set<UUID> changed =
                    notice.newDates().stream().map(DateChange::promiseId).collect(Collectors.toSet());
            return standing.stream()
                    .map(promise -> new CustomerPage.Promised(
                            Wording.told(promise, shop.zone(), language),
                            before(promise, known.getOrDefault(promise.id(), List.of())),
                            promise.windowStartAt() != null,
                            changed.contains(promise.id())))
                    .distinct()
                    .toList();
        }

        /** The last date that the customer was told before this one. */
        private @Nullable String before(Promise promise, List<PromisedDate> known) {
            if (promise.revision() == 0 || known.isEmpty()) {
                return null;
            }
            PromisedDate before = new DateHistory(promise, known).lastDelivered();
            return before.dueAt().equals(promise.dueAt()) && before.anchorAt().equals(promise.anchorAt())
                    ? null
                    : Wording.date(promise.precision(), before.windowStartAt(), before.dueAt(), shop.zone(), language);
        }

        /** An answer is shown while somebody acts on it, or while what it settled stands. */
        private CustomerPage.@Nullable Reply reply() {
            CustomerReply last = replies.last(journey.id()).orElse(null);
            if (last == null) {
                return null;
            }
            UUID taskId = last.taskId();
            DeskTask task = taskId == null
                    ? null
                    : tasks.find(taskId).filter(DeskTask::isOpen).orElse(null);
            Instant requestedAt = last.requestedAt();
            String agreed = taskId != null || requestedAt == null
                    ? null
                    : open.stream()
                            .filter(promise -> promise.anchorAt().equals(requestedAt))
                            .findFirst()
                            .map(promise -> Wording.told(promise, shop.zone(), language))
                            .orElse(null);
            boolean acceptedNow =
                    SETTLED_AT_ONCE.contains(last.answer()) && last.noticeId().equals(notice.id());
            return task == null && agreed == null && !acceptedNow
                    ? null
                    : new CustomerPage.Reply(
                            last.answer(),
                            requestedAt == null ? null : Wording.moment(requestedAt, shop.zone(), language),
                            agreed,
                            task == null ? null : inside(task.doBeforeAt()),
                            task != null && now.isAfter(task.doBeforeAt()));
        }

        private CustomerPage.Choice choice(Promise promise) {
            JourneyForecast forecast = JourneyForecast.of(all, shop, now);
            PossibleTimes times = new PossibleTimes(promise, forecast, promiseDesk.load(promise.desk()), shop, now);
            return new CustomerPage.Choice(
                    promise.id().toString(),
                    promise.isWaiting() ? "" : Wording.told(promise, shop.zone(), language),
                    times.next().stream().map(this::time).toList(),
                    local(now));
        }

        private CustomerPage.Time time(GrantedDate date) {
            Instant windowStartAt = date.windowStartAt();
            return new CustomerPage.Time(
                    local(windowStartAt == null ? date.dueAt() : windowStartAt),
                    Wording.date(date.precision(), windowStartAt, date.dueAt(), shop.zone(), language));
        }

        private CustomerPage.Call call() {
            DeskPolicy desk = shop.desk(desk());
            BusinessCalendar calendar = shop.calendar(desk());
            return new CustomerPage.Call(
                    desk.phone(),
                    desk.hours(),
                    calendar.isOpen(now) ? null : Wording.moment(calendar.nextOpen(now), shop.zone(), language));
        }

        /** Who knows most of it: the counter once the goods are there, otherwise whose promise comes next. */
        private Desk desk() {
            return ready ? Desk.PICKUP_POINT : CallBack.deskOf(notice, open);
        }

        private String inside(Instant at) {
            return Wording.when(Precision.BY_TIME, null, at, shop.zone(), language);
        }

        private String local(Instant at) {
            return at.atZone(shop.zone())
                    .toLocalDateTime()
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
        }
    }
}
