package io.orderjourney.credit.papers.db;

import io.orderjourney.contracts.erasures.ErasureOfCustomer;
import io.orderjourney.credit.papers.PaperTrail;
import io.orderjourney.credit.papers.PaperTrails;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** Paper trails in the table of that name; no row means that nothing happened yet. */
@ApplicationScoped
class PanachePaperTrails implements PaperTrails, PanacheRepositoryBase<PaperTrailRow, UUID> {

    @Override
    public PaperTrail of(UUID applicationId) {
        return findByIdOptional(applicationId)
                .map(PaperTrailRow::trail)
                .orElseGet(() -> PaperTrail.expected(applicationId));
    }

    @Override
    public void change(PaperTrail trail) {
        PaperTrailRow row = findById(trail.applicationId());
        if (row == null) {
            PaperTrailRow fresh = new PaperTrailRow();
            fresh.write(trail);
            persist(fresh);
        } else {
            row.write(trail);
        }
    }

    /** Where papers were seen is written in people's own words, which may name the customer. */
    void erase(@Observes ErasureOfCustomer erasure) {
        getEntityManager()
                .createNativeQuery(
                        "update paper_trail set last_seen = null where last_seen is not null and application_id in"
                                + " (select id from application where customer_id = ?1)")
                .setParameter(1, erasure.customerId())
                .executeUpdate();
    }
}
