package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.desktasks.DeskTask;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.sources.usecase.CheckSources;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.CurrentTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what decides about messages; asked when they leave and again right before each attempt. */
@ApplicationScoped
class NoticeValidator {

    /** What waits for news is looked at again after so long. */
    static final Duration UNTIL_NEWS = Duration.ofMinutes(1);

    private final Notices notices;
    private final Promises promises;
    private final PromisedDates dates;
    private final Journeys journeys;
    private final Contacts contacts;
    private final DeskTasks tasks;
    private final CheckSources sources;
    private final CurrentTerms terms;
    private final String watch;

    NoticeValidator(
            Notices notices,
            Promises promises,
            PromisedDates dates,
            Journeys journeys,
            Contacts contacts,
            DeskTasks tasks,
            CheckSources sources,
            CurrentTerms terms,
            @ConfigProperty(name = "journey.service") String watch) {
        this.notices = notices;
        this.promises = promises;
        this.dates = dates;
        this.journeys = journeys;
        this.contacts = contacts;
        this.tasks = tasks;
        this.sources = sources;
        this.terms = terms;
        this.watch = watch;
    }

    /** As many statements for a hundred messages as for one. */
    NoticeFacts facts(Collection<Notice> about) {
        Set<UUID> ids = about.stream().map(Notice::journeyId).collect(Collectors.toSet());
        Map<UUID, Journey> known = journeys.find(ids);
        Set<UUID> customers = known.values().stream().map(Journey::customerId).collect(Collectors.toSet());
        List<Promise> all = promises.of(ids);
        return new NoticeFacts(
                notices.readyNow(ids),
                all.stream().collect(Collectors.groupingBy(Promise::journeyId)),
                announced(about),
                known,
                doubtful(about, all),
                dates.undated(ids),
                contacts.find(customers),
                contacts.zones(customers),
                sources.now(),
                cancellations(about, known),
                watch,
                terms.get().zone());
    }

    Notice stillValid(Notice notice) {
        return facts(List.of(notice)).stillValid(notice);
    }

    private Map<UUID, Instant> doubtful(Collection<Notice> about, List<Promise> all) {
        if (about.stream().noneMatch(notice -> notice.tells(NoticeSubject.PROBABLY_LATER))) {
            return Map.of();
        }
        Map<UUID, Integer> present = all.stream().collect(Collectors.toMap(Promise::id, Promise::revision));
        Map<UUID, Instant> doubtful = new HashMap<>();
        dates.of(present.keySet()).values().stream()
                .flatMap(List::stream)
                .filter(date -> Objects.equals(present.get(date.promiseId()), date.revision()))
                .forEach(date -> {
                    Instant certainAt = date.certainAt();
                    if (certainAt != null) {
                        doubtful.put(date.promiseId(), certainAt);
                    }
                });
        return doubtful;
    }

    private Map<UUID, Integer> announced(Collection<Notice> about) {
        List<UUID> ids = about.stream()
                .flatMap(notice -> notice.newDates().stream())
                .map(DateChange::promiseId)
                .toList();
        return ids.isEmpty() ? Map.of() : dates.announced(ids);
    }

    private Map<UUID, DeskTask> cancellations(Collection<Notice> about, Map<UUID, Journey> known) {
        List<UUID> cancelling = about.stream()
                .filter(notice -> !notice.invitations().isEmpty())
                .map(notice -> known.get(notice.journeyId()))
                .filter(Objects::nonNull)
                .filter(journey -> journey.cancellationTaskId() != null)
                .map(Journey::id)
                .toList();
        return cancelling.isEmpty()
                ? Map.of()
                : tasks.openOf(cancelling).stream().collect(Collectors.toMap(DeskTask::id, Function.identity()));
    }
}
