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

/** What the bank must be told, in the table {@code bank_request}. */
@ApplicationScoped
class PanacheBankRequests implements BankRequests, PanacheRepositoryBase<BankRequestRow, Key> {

    private static final int FAILURE_LENGTH_MAX = 300;

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
        return find("answeredAt is null and nextAttemptAt <= ?1 order by nextAttemptAt, createdAt", now)
                .page(0, atMost + without.size())
                .list()
                .stream()
                .map(BankRequestRow::request)
                .filter(request -> !without.contains(request.key()))
                .limit(atMost)
                .toList();
    }

    @Override
    public boolean calling(Key key, Instant at) {
        return update(
                        "calledAt = ?1 where applicationId = ?2 and kind = ?3 and calledAt is null",
                        at,
                        key.applicationId(),
                        key.kind())
                == 0;
    }

    @Override
    public void answered(Key key, Instant at) {
        update(
                "answeredAt = ?1, lastFailure = null where applicationId = ?2 and kind = ?3 and answeredAt is null",
                at,
                key.applicationId(),
                key.kind());
    }

    @Override
    public void failed(Key key, String why, Instant nextAttemptAt) {
        String shortWhy = why.length() > FAILURE_LENGTH_MAX ? why.substring(0, FAILURE_LENGTH_MAX) : why;
        update(
                "attempts = attempts + 1, lastFailure = ?1, nextAttemptAt = ?2"
                        + " where applicationId = ?3 and kind = ?4 and answeredAt is null",
                shortWhy,
                nextAttemptAt,
                key.applicationId(),
                key.kind());
    }

    @Override
    public void postponeDue(Instant now, String why, Instant nextAttemptAt) {
        update(
                "nextAttemptAt = ?1, lastFailure = ?2 where answeredAt is null and nextAttemptAt <= ?3",
                nextAttemptAt,
                why,
                now);
    }

    @Override
    public long countDue(Instant now) {
        return count("answeredAt is null and nextAttemptAt <= ?1", now);
    }

    @Override
    public Optional<Instant> nextAttemptAt() {
        return Optional.ofNullable(getEntityManager()
                .createQuery(
                        "select min(r.nextAttemptAt) from BankRequestRow r where r.answeredAt is null", Instant.class)
                .getSingleResult());
    }
}
