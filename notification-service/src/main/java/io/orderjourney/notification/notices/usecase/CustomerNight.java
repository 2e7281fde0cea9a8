package io.orderjourney.notification.notices.usecase;

import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.watch.Journey;
import io.orderjourney.notification.watch.WatchedJourneys;
import io.orderjourney.promises.usecase.CurrentTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/** Where the night of a journey's customer is reckoned: the shop's zone until his own is known. */
@ApplicationScoped
class CustomerNight {

    private final WatchedJourneys journeys;
    private final Contacts contacts;
    private final CurrentTerms terms;

    CustomerNight(WatchedJourneys journeys, Contacts contacts, CurrentTerms terms) {
        this.journeys = journeys;
        this.contacts = contacts;
        this.terms = terms;
    }

    ZoneId zoneOf(UUID journeyId) {
        return journeys.find(journeyId)
                .map(Journey::customerId)
                .map(customer -> contacts.zones(Set.of(customer)).get(customer))
                .orElse(terms.get().zone());
    }
}
