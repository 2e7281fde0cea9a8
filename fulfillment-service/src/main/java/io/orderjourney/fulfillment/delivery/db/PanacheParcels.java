package io.orderjourney.fulfillment.delivery.db;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.Parcels;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Parcels in the table {@code parcel}. */
@ApplicationScoped
class PanacheParcels implements Parcels, PanacheRepositoryBase<ParcelRow, UUID> {

    /** What is due first stands first in the index on open promises. */
    private static final String TO_DISPATCH = """
            select k.order_id from promise p
            join parcel k on k.order_id = p.journey_id
            join reservation r on r.order_id = k.order_id
            where p.kind = :kind and p.desk = 'WAREHOUSE' and p.kept_at is null and p.withdrawn_at is null
                and k.stage = 'PREPARING' and r.supply_state = 'ON_SHELF'
                and (cast(:dispatchPoint as text) is null or k.dispatch_point = :dispatchPoint)
            order by p.due_at, p.id limit :atMost
            """;

    private static final String TO_CHECK_IN = """
            select order_id from parcel
            where stage in ('BROUGHT_BACK', 'RETURNING')
                and (cast(:dispatchPoint as text) is null or dispatch_point = :dispatchPoint)
            order by stage, stage_at, order_id limit :atMost
            """;

    @Override
    public boolean add(Parcel parcel) {
        // Two deliveries of the same event at the same moment: the second one finds the row and waits for the first.
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:orderId, 0))")
                .setParameter("orderId", parcel.orderId().toString())
                .getSingleResult();
        if (findForChange(parcel.orderId()).isPresent()) {
            return false;
        }
        ParcelRow row = new ParcelRow();
        row.write(parcel);
        persist(row);
        flush();
        return true;
    }

    @Override
    public Optional<Parcel> find(UUID orderId) {
        return findByIdOptional(orderId).map(ParcelRow::parcel);
    }

    @Override
    public Optional<Parcel> findForChange(UUID orderId) {
        lock(List.of(orderId));
        return find(orderId);
    }

    @Override
    public void lock(Collection<UUID> orderIds) {
        // A row is first read after this, so it is never older than its lock.
        getEntityManager()
                .createNativeQuery("""
                        select order_id from parcel where order_id = any(cast(:orderIds as uuid[]))
                        order by order_id for no key update
                        """)
                .setParameter("orderIds", orderIds.stream().map(UUID::toString).toArray(String[]::new))
                .getResultList();
    }

    @Override
    public void store(Parcel parcel) {
        findById(parcel.orderId()).write(parcel);
        flush();
    }

    @Override
    public List<Parcel> toDispatch(@Nullable String dispatchPoint, int atMost) {
        return of(ids(TO_DISPATCH, dispatchPoint, atMost, Map.of("kind", PromiseKind.DISPATCH.name())));
    }

    @Override
    public List<Parcel> toCheckIn(@Nullable String dispatchPoint, int atMost) {
        return of(ids(TO_CHECK_IN, dispatchPoint, atMost, Map.of()));
    }

    @Override
    public Optional<Parcel> ofNumber(String orderNumber) {
        return find("lower(orderNumber) = lower(?1)", orderNumber)
                .firstResultOptional()
                .map(ParcelRow::parcel);
    }

    private List<UUID> ids(String query, @Nullable String dispatchPoint, int atMost, Map<String, Object> values) {
        NativeQuery<?> select = getEntityManager().createNativeQuery(query).unwrap(NativeQuery.class);
        values.forEach(select::setParameter);
        return select
                .setParameter("dispatchPoint", dispatchPoint)
                .setParameter("atMost", atMost)
                .addScalar("order_id", UUID.class)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList();
    }

    private List<Parcel> of(List<UUID> orderIds) {
        Map<UUID, Parcel> found = list("orderId in ?1", orderIds).stream()
                .map(ParcelRow::parcel)
                .collect(Collectors.toMap(Parcel::orderId, Function.identity()));
        return orderIds.stream()
                .flatMap(orderId -> Stream.ofNullable(found.get(orderId)))
                .toList();
    }
}
