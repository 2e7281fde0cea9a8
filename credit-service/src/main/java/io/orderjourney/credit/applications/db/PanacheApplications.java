package io.orderjourney.credit.applications.db;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationState;
import io.orderjourney.credit.applications.Applications;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Applications in the table of that name. */
@ApplicationScoped
class PanacheApplications implements Applications, PanacheRepositoryBase<ApplicationRow, UUID> {

    /** The desk's open promises, as their index keeps them. */
    private static final String OWED = """
            from promise p join application a on a.journey_id = p.journey_id
            where p.desk = 'CREDIT' and p.kept_at is null and p.withdrawn_at is null
            """;

    @Override
    public Optional<Application> find(UUID id) {
        return findByIdOptional(id).map(ApplicationMapping::application);
    }

    @Override
    public Optional<Application> ofJourney(UUID journeyId) {
        return find("journeyId", journeyId).firstResultOptional().map(ApplicationMapping::application);
    }

    @Override
    public Optional<Application> findForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(ApplicationMapping::application);
    }

    @Override
    public Optional<Application> ofJourneyForChange(UUID journeyId) {
        return find("journeyId", journeyId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(ApplicationMapping::application);
    }

    @Override
    public boolean add(Application application) {
        if (count("journeyId", application.journeyId()) > 0) {
            return false;
        }
        ApplicationRow row = new ApplicationRow();
        ApplicationMapping.write(application, row);
        persist(row);
        return true;
    }

    @Override
    public Application change(Application application) {
        ApplicationRow row = findById(application.id());
        if (row == null || row.version != application.version()) {
            throw new IllegalStateException("Application " + application.id() + " was not locked for this change");
        }
        ApplicationMapping.write(application, row);
        // The new version is part of the response to the change.
        flush();
        return ApplicationMapping.application(row);
    }

    @Override
    public List<Application> list(@Nullable ApplicationState state, @Nullable Place after, int atMost) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (state != null) {
            conditions.add("state = :state");
            values.put("state", state.name());
        }
        if (after != null) {
            conditions.add("openedAt >= :openedAt and (openedAt > :openedAt or id > :id)");
            values.put("openedAt", after.openedAt());
            values.put("id", after.id());
        }
        String where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
        PanacheQuery<ApplicationRow> query = find(where + "order by openedAt, id", values);
        return query.page(0, atMost).list().stream()
                .map(ApplicationMapping::application)
                .toList();
    }

    @Override
    public List<UUID> lockWithoutAppointment(String pickupPoint, int atMost) {
        return getEntityManager()
                .createNativeQuery("""
                        select a.id from application a where a.state = ?1 and a.pickup_point = ?2
                        and not exists (
                            select 1 from appointment p where p.journey_id = a.journey_id and p.closed_at is null)
                        order by a.decided_at, a.id limit ?3 for update of a skip locked
                        """, UUID.class)
                .setParameter(1, ApplicationState.APPROVED.name())
                .setParameter(2, pickupPoint)
                .setParameter(3, atMost)
                .getResultList();
    }

    @Override
    public List<Application> owed(int atMost) {
        List<UUID> ids = getEntityManager()
                .createNativeQuery("select a.id " + OWED + " order by p.due_at, p.id limit ?1", UUID.class)
                .setParameter(1, atMost)
                .getResultList();
        Map<UUID, Application> found = list("id in ?1", ids).stream()
                .map(ApplicationMapping::application)
                .collect(Collectors.toMap(Application::id, Function.identity()));
        return ids.stream()
                .distinct()
                .flatMap(id -> Stream.ofNullable(found.get(id)))
                .toList();
    }

    @Override
    public long owedRevision() {
        return (long) getEntityManager()
                .createNativeQuery(
                        "select coalesce(bit_xor(hashtextextended(cast(p.id as text), a.version * 1000 + p.revision)), 0) "
                                + OWED,
                        Long.class)
                .getSingleResult();
    }
}
