package io.orderjourney.notification.answers.usecase;

import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.notification.answers.CalendarEntry;
import io.orderjourney.notification.answers.CustomerCalendar;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.usecase.AnswerLinks;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The dates behind a customer's link as a calendar takes them: always as they stand now, whenever the link was sent. */
@ApplicationScoped
public class ShowCalendar {

    private final Notices notices;
    private final Promises promises;
    private final PromisedDates dates;
    private final Journeys journeys;
    private final Contacts contacts;
    private final AnswerLinks links;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    ShowCalendar(
            Notices notices,
            Promises promises,
            PromisedDates dates,
            Journeys journeys,
            Contacts contacts,
            AnswerLinks links,
            CurrentTerms terms,
            BusinessClock clock) {
        this.notices = notices;
        this.promises = promises;
        this.dates = dates;
        this.journeys = journeys;
        this.contacts = contacts;
        this.links = links;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * The calendar behind the link in the message with this number; empty if there is no such message.
     *
     * @throws ShowCustomerPage.Expired if the journey ended long ago
     */
    @Transactional
    public Optional<CustomerCalendar> of(long number) {
        return notices.numbered(number)
                .flatMap(notice -> journeys.find(notice.journeyId()))
                .filter(journey -> !journey.isInquiry())
                .map(journey -> calendar(number, journey));
    }

    private CustomerCalendar calendar(long number, Journey journey) {
        String language = contacts.find(journey.customerId())
                .map(CustomerContact::language)
                .orElse(journey.language());
        Instant now = clock.instant();
        ShowCustomerPage.requireShown(journey, language, now);
        ShopTerms shop = terms.at(journey.pickupPoint());
        List<Promise> all = promises.of(journey.id());
        Map<UUID, Promise> byId = all.stream().collect(Collectors.toMap(Promise::id, Function.identity()));
        return new CustomerCalendar(
                language,
                journey.orderNumber(),
                links.of(number),
                journey.byCourier()
                        ? null
                        : terms.point(journey.pickupPoint())
                                .map(point -> point.name() + ", " + point.address())
                                .orElse(journey.pickupPoint()),
                shop.zone(),
                now,
                CalendarEntry.of(all, dates.undated(journey.id()), shop.zone()).stream()
                        .map(entry -> new CustomerCalendar.Told(
                                entry,
                                Wording.told(
                                        Objects.requireNonNull(byId.get(entry.promiseId())), shop.zone(), language)))
                        .toList());
    }
}
