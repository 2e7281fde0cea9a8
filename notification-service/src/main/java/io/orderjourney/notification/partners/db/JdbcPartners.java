package io.orderjourney.notification.partners.db;

import io.orderjourney.notification.partners.Partner;
import io.orderjourney.notification.partners.Partner.Partners;
import io.orderjourney.notification.partners.PartnerRole;
import io.orderjourney.notification.partners.PartnerScore;
import io.orderjourney.notification.partners.PartnerWord;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables {@code partner}, {@code partner_word} and {@code partner_score}. */
@ApplicationScoped
class JdbcPartners implements Partners {

    private final Sql sql;

    JdbcPartners(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public Map<String, Partner> agreed() {
        return sql
                .query(
                        "select * from partner order by name",
                        row -> new Partner(
                                row.getString("name"),
                                PartnerRole.valueOf(row.getString("role")),
                                row.getString("support_hours"),
                                row.getString("phone"),
                                Duration.ofSeconds(row.getLong("grace_seconds")),
                                row.getLong("penalty_minor")))
                .stream()
                .collect(Collectors.toMap(Partner::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    @Override
    public void put(Partner partner) {
        sql.update(
                """
                insert into partner (name, role, support_hours, phone, grace_seconds, penalty_minor)
                values (?, ?, ?, ?, ?, ?)
                on conflict (name) do update set role = excluded.role, support_hours = excluded.support_hours,
                  phone = excluded.phone, grace_seconds = excluded.grace_seconds, penalty_minor = excluded.penalty_minor
                """,
                partner.name(),
                partner.role(),
                partner.supportHours(),
                partner.phone(),
                partner.grace().toSeconds(),
                partner.penaltyMinor());
    }

    private record Key(UUID journeyId, PartnerRole role) {}

    @Override
    public void said(Collection<PartnerWord> words) {
        Map<Key, PartnerWord> last = new LinkedHashMap<>();
        words.forEach(word -> last.merge(new Key(word.journeyId(), word.role()), word, PartnerWord::then));
        Collection<PartnerWord> each = last.values();
        sql.update(
                """
                insert into partner_word as known (journey_id, role, partner, first_at, last_at, moves)
                select * from unnest(?, ?, ?, ?, ?, ?) as said (journey_id, role, partner, first_at, last_at, moves)
                order by journey_id, role
                on conflict (journey_id, role) do update set partner = excluded.partner, last_at = excluded.last_at,
                  moves = known.moves + excluded.moves + case when known.last_at = excluded.first_at then 0 else 1 end
                where known.done_at is null
                """,
                SqlArray.uuids(each.stream().map(PartnerWord::journeyId).toList()),
                SqlArray.texts(each.stream().map(PartnerWord::role).toList()),
                SqlArray.texts(each.stream().map(PartnerWord::partner).toList()),
                SqlArray.instants(each.stream().map(PartnerWord::firstAt).toList()),
                SqlArray.instants(each.stream().map(PartnerWord::lastAt).toList()),
                SqlArray.of("int4", each.stream().map(PartnerWord::moves).toList()));
    }

    @Override
    public List<PartnerWord> done(Collection<Done> done) {
        Map<Key, Done> first = new LinkedHashMap<>();
        done.forEach(one -> first.putIfAbsent(new Key(one.journeyId(), one.role()), one));
        Collection<Done> each = first.values();
        return sql.query(
                """
                update partner_word w set done_at = d.at
                from unnest(?, ?, ?) as d (journey_id, role, at)
                where w.journey_id = d.journey_id and w.role = d.role and w.done_at is null
                returning w.*
                """,
                JdbcPartners::word,
                SqlArray.uuids(each.stream().map(Done::journeyId).toList()),
                SqlArray.texts(each.stream().map(Done::role).toList()),
                SqlArray.instants(each.stream().map(Done::at).toList()));
    }

    @Override
    public void count(Collection<PartnerScore> scores, Collection<PartnerWord> broken) {
        sql.update(
                """
                insert into partner_score as known (partner, month, role, kept, moved, broken, moves, late_seconds)
                select s.partner, s.month::date, s.role, s.kept, s.moved, s.broken, s.moves, s.late_seconds
                from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                  as s (partner, month, role, kept, moved, broken, moves, late_seconds)
                order by s.partner, s.month
                on conflict (partner, month) do update set kept = known.kept + excluded.kept,
                  moved = known.moved + excluded.moved, broken = known.broken + excluded.broken,
                  moves = known.moves + excluded.moves, late_seconds = known.late_seconds + excluded.late_seconds
                """,
                SqlArray.texts(scores.stream().map(PartnerScore::partner).toList()),
                SqlArray.texts(
                        scores.stream().map(score -> score.month().toString()).toList()),
                SqlArray.texts(scores.stream().map(PartnerScore::role).toList()),
                SqlArray.numbers(scores.stream().map(PartnerScore::kept).toList()),
                SqlArray.numbers(scores.stream().map(PartnerScore::moved).toList()),
                SqlArray.numbers(scores.stream().map(PartnerScore::broken).toList()),
                SqlArray.numbers(scores.stream().map(PartnerScore::moves).toList()),
                SqlArray.numbers(
                        scores.stream().map(score -> score.late().toSeconds()).toList()));
        if (!broken.isEmpty()) {
            sql.update(
                    """
                    update partner_word w set broken = true from unnest(?, ?) as b (journey_id, role)
                    where w.journey_id = b.journey_id and w.role = b.role
                    """,
                    SqlArray.uuids(broken.stream().map(PartnerWord::journeyId).toList()),
                    SqlArray.texts(broken.stream().map(PartnerWord::role).toList()));
        }
    }

    @Override
    public List<PartnerScore> scores(LocalDate sinceMonth) {
        return sql.query(
                "select * from partner_score where month >= ? order by partner, month",
                row -> new PartnerScore(
                        row.getString("partner"),
                        PartnerRole.valueOf(row.getString("role")),
                        row.getObject("month", LocalDate.class),
                        row.getLong("kept"),
                        row.getLong("moved"),
                        row.getLong("broken"),
                        row.getLong("moves"),
                        Duration.ofSeconds(row.getLong("late_seconds"))),
                sinceMonth);
    }

    @Override
    public List<PartnerWord> broken(String partner, @Nullable Place after, int atMost) {
        return sql.query(
                """
                select * from partner_word
                where partner = ? and broken and (?::timestamptz is null or (done_at, journey_id) < (?, ?))
                order by done_at desc, journey_id desc limit ?
                """,
                JdbcPartners::word,
                partner,
                after == null ? null : after.doneAt(),
                after == null ? null : after.doneAt(),
                after == null ? null : after.journeyId(),
                atMost);
    }

    private static PartnerWord word(ResultSet row) throws SQLException {
        return new PartnerWord(
                row.getObject("journey_id", UUID.class),
                PartnerRole.valueOf(row.getString("role")),
                row.getString("partner"),
                Sql.instant(row, "first_at"),
                Sql.instant(row, "last_at"),
                row.getInt("moves"),
                Sql.instantOrNull(row, "done_at"));
    }
}
