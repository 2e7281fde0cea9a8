package io.orderjourney.notification.repeatsales.db;

import io.orderjourney.notification.repeatsales.RepeatSales;
import io.orderjourney.notification.repeatsales.RepeatSales.Outcome;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The tables {@code repeat_order} and {@code repeat_score}. */
@ApplicationScoped
class JdbcRepeatSales implements RepeatSales.Book {

    private final Sql sql;

    JdbcRepeatSales(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public void completed(Collection<UUID> journeyIds, Instant at, ZoneId zone) {
        sql.update("""
                insert into repeat_order (journey_id, customer_id, ended_at, month)
                select journey_id, customer_id, ?::timestamptz, ?::date from watched_journey
                where journey_id = any(?) and pickup_point is not null
                order by journey_id on conflict do nothing
                """, at, LocalDate.ofInstant(at, zone).withDayOfMonth(1), SqlArray.uuids(journeyIds));
    }

    @Override
    public void returned(Collection<UUID> customerIds, Instant at, Instant since) {
        sql.update("""
                with back as (
                  update repeat_order set returned_at = ?
                  where customer_id = any(?) and returned_at is null and ended_at >= ?
                  returning month, outcome)
                insert into repeat_score as known (month, outcome, orders, returned)
                select month, outcome, 0, count(*) from back where outcome is not null
                group by month, outcome order by month, outcome
                on conflict (month, outcome) do update set returned = known.returned + excluded.returned
                """, at, SqlArray.uuids(customerIds), since);
    }

    @Override
    public void judge(Instant before, int atMost) {
        sql.update("""
                with due as (
                  select journey_id from repeat_order where outcome is null and ended_at < ?
                  order by ended_at limit ? for update skip locked),
                judged as (
                  update repeat_order o set outcome = coalesce((
                    select case when bool_or(p.kept_at is null or p.kept_at > p.due_at) then 'BROKEN'
                      when bool_or(p.kept_at > p.first_promised_at) then 'MOVED' else 'KEPT' end
                    from promise p
                    where p.journey_id = o.journey_id and p.kind <> 'NEXT_UPDATE' and p.withdrawn_at is null), 'KEPT')
                  from due where o.journey_id = due.journey_id
                  returning o.month, o.outcome, o.returned_at)
                insert into repeat_score as known (month, outcome, orders, returned)
                select month, outcome, count(*), count(returned_at) from judged
                group by month, outcome order by month, outcome
                on conflict (month, outcome) do update set orders = known.orders + excluded.orders,
                  returned = known.returned + excluded.returned
                """, before, atMost);
    }

    @Override
    public List<RepeatSales> since(LocalDate month) {
        return sql.query(
                "select month, outcome, orders, returned from repeat_score where month >= ? order by month desc, outcome",
                row -> new RepeatSales(
                        row.getObject("month", LocalDate.class),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getLong("orders"),
                        row.getLong("returned")),
                month);
    }

    @Override
    public void forget(UUID customerId) {
        sql.update("delete from repeat_order where customer_id = ?", customerId);
    }
}
