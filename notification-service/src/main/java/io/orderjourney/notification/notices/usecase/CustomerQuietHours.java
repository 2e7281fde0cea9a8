package io.orderjourney.notification.notices.usecase;

import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.promises.usecase.CurrentTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/** The time zone of the customer's quiet hours: the shop's zone until their own is known. */
@ApplicationScoped
class CustomerQuietHours {

    private final Journeys journeys;
    private final Contacts contacts;
    private final CurrentTerms terms;

    CustomerQuietHours(Journeys journeys, Contacts contacts, CurrentTerms terms) {
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
