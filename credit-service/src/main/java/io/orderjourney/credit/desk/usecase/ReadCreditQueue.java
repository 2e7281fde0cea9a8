package io.orderjourney.credit.desk.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.appointments.Appointment;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what the credit desk owes its customers, with all that a clerk needs to do it. */
@ApplicationScoped
public class ReadCreditQueue {

    private final Applications applications;
    private final Appointments appointments;
    private final Promises promises;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    /**
     * An application as the desk sees it.
     *
     * @param owed what the desk owes next; null if nothing
     * @param appointment the agreed time for the signature; null if there is none
     */
    public record Work(
            Application application,
            @Nullable Owed owed,
            @Nullable Appointment appointment) {}

    /** An open promise of the desk, and what is to be expected of it. */
    public record Owed(Promise promise, Outlook outlook, Expectation expectation) {}

    ReadCreditQueue(
            Applications applications,
            Appointments appointments,
            Promises promises,
            CurrentTerms terms,
            BusinessClock clock) {
        this.applications = applications;
        this.appointments = appointments;
        this.promises = promises;
        this.terms = terms;
        this.clock = clock;
    }

    /** What is due first comes first. */
    @Transactional
    public List<Work> first(int limit) {
        List<Application> owed = applications.owed(limit);
        Map<UUID, List<Promise>> made = promises
                .of(owed.stream().map(Application::journeyId).toList())
                .stream()
                .collect(Collectors.groupingBy(Promise::journeyId));
        return owed.stream()
                .map(application -> work(application, made.getOrDefault(application.journeyId(), List.of())))
                .toList();
    }

    /** The application of one journey, whether or not anything is owed. */
    @Transactional
    public Optional<Work> of(UUID journeyId) {
        return applications.ofJourney(journeyId).map(application -> work(application, promises.of(journeyId)));
    }

    /** The appointments that an expert still has today, by their beginning: what their absence would move. */
    @Transactional
    public List<Appointment> today(String expertId) {
        Instant now = clock.instant();
        Instant end = endOfDay(now, terms.get());
        return appointments.of(List.of(expertId), now).stream()
                .filter(appointment -> appointment.startsAt().isBefore(end))
                .toList();
    }

    /** Midnight in the shop. */
    static Instant endOfDay(Instant now, ShopTerms shop) {
        return now.atZone(shop.zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(shop.zone())
                .toInstant();
    }

    /** A number that changes when the queue does. */
    @Transactional
    public long revision() {
        return applications.owedRevision();
    }

    private Work work(Application application, List<Promise> journey) {
        ShopTerms shop = terms.get();
        Instant now = clock.instant();
        List<Promise> known =
                journey.stream().filter(promise -> shop.knows(promise.kind())).toList();
        JourneyForecast forecast = JourneyForecast.of(known, shop, now);
        Owed owed = known.stream()
                .filter(promise -> promise.isOpen() && promise.desk() == Desk.CREDIT)
                .min(Comparator.comparing(Promise::dueAt))
                .map(promise -> {
                    Expectation expectation = forecast.of(promise);
                    return new Owed(promise, promise.outlook(expectation, shop, now), expectation);
                })
                .orElse(null);
        return new Work(
                application,
                owed,
                appointments.ofJourney(application.journeyId()).orElse(null));
    }
}
