package io.orderjourney.credit.bank.db;

import io.orderjourney.credit.bank.BankRequest;
import io.orderjourney.credit.bank.BankRequest.Key;
import io.orderjourney.credit.bank.BankRequests;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code bank_request}. */
@ApplicationScoped
class PanacheBankRequests implements BankRequests, PanacheRepositoryBase<BankRequestRow, Key> {

    private static final int FAILURE_LENGTH_MAX = 300;
    private static final String WAITING = "acknowledgedAt is null and rejectedAt is null";

    @Override
    public void add(BankRequest request) {
        if (findById(request.key()) == null) {
            persist(BankRequestRow.of(request));
        }
    }

    @Override
    public List<BankRequest> of(UUID applicationId) {
        return find("applicationId = ?1 order by createdAt", applicationId).list().stream()
                .map(BankRequestRow::request)
                .toList();
    }

    @Override
    public List<BankRequest> due(Instant now, Collection<Key> without, int atMost) {
        // A few more than wanted, so that those under way leave room for others.
        return find(WAITING + " and nextAttemptAt <= ?1 order by nextAttemptAt, createdAt", now)
                .page(0, atMost + without.size())
                .list()
                .stream()
                .map(BankRequestRow::request)
                .filter(request -> !without.contains(request.key()))
                .limit(atMost)
                .toList();
    }

    @Override
    public boolean markCalled(Key key, Instant at) {
        return update(
                        "calledAt = ?1 where applicationId = ?2 and kind = ?3 and calledAt is null",
                        at,
                        key.applicationId(),
                        key.kind())
                == 0;
    }

    @Override
    public void acknowledged(Key key, Instant at) {
        update(
                "acknowledgedAt = ?1, rejectedAt = null, lastFailure = null"
                        + " where applicationId = ?2 and kind = ?3 and acknowledgedAt is null",
                at,
                key.applicationId(),
                key.kind());
    }

    @Override
    public void failed(Key key, String why, Instant nextAttemptAt) {
        update(
                "attempts = attempts + 1, lastFailure = ?1, nextAttemptAt = ?2"
                        + " where applicationId = ?3 and kind = ?4 and acknowledgedAt is null",
                shortened(why),
                nextAttemptAt,
                key.applicationId(),
                key.kind());
    }

    @Override
    public void rejected(Key key, String why, Instant at) {
        update(
                "attempts = attempts + 1, lastFailure = ?1, rejectedAt = ?2"
                        + " where applicationId = ?3 and kind = ?4 and acknowledgedAt is null",
                shortened(why),
                at,
                key.applicationId(),
                key.kind());
    }

    @Override
    public boolean retry(Key key, Instant at) {
        return update(
                        "rejectedAt = null, nextAttemptAt = ?1"
                                + " where applicationId = ?2 and kind = ?3 and rejectedAt is not null",
                        at,
                        key.applicationId(),
                        key.kind())
                == 1;
    }

    @Override
    public List<BankRequest> rejected(int atMost) {
        return find("rejectedAt is not null order by rejectedAt").page(0, atMost).list().stream()
                .map(BankRequestRow::request)
                .toList();
    }

    private static String shortened(String why) {
        return why.length() > FAILURE_LENGTH_MAX ? why.substring(0, FAILURE_LENGTH_MAX) : why;
    }

    @Override
    public void drop(Key key) {
        delete("applicationId = ?1 and kind = ?2 and acknowledgedAt is null", key.applicationId(), key.kind());
    }

    @Override
    public void dropRejected(UUID applicationId) {
        delete("applicationId = ?1 and rejectedAt is not null", applicationId);
    }

    @Override
    public void postponeDue(Instant now, String why, Instant nextAttemptAt) {
        update(
                "nextAttemptAt = ?1, lastFailure = ?2 where " + WAITING + " and nextAttemptAt <= ?3",
                nextAttemptAt,
                why,
                now);
    }

    @Override
    public long countDue(Instant now) {
        return count(WAITING + " and nextAttemptAt <= ?1", now);
    }

    @Override
    public Optional<Instant> nextAttemptAt() {
        return Optional.ofNullable(getEntityManager()
                .createQuery(
                        "select min(r.nextAttemptAt) from BankRequestRow r where r.acknowledgedAt is null and r.rejectedAt is null",
                        Instant.class)
                .getSingleResult());
    }
}
