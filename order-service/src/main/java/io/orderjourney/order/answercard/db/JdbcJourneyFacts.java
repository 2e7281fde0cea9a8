package io.orderjourney.order.answercard.db;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.order.answercard.JourneyFact;
import io.orderjourney.order.answercard.JourneyFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Facts of other services from {@code journey_fact}, own ones from the journey log. A batch of facts is one statement. */
@ApplicationScoped
class JdbcJourneyFacts implements JourneyFacts {

    private static final String ADD = """
        insert into journey_fact (journey_id, occurred_at, source, sequence, event_id, type, data)
        select * from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::text[])
        on conflict do nothing
        """;

    private static final String OF =
            "select journey_id, occurred_at, source, sequence, event_id, type, data from journey_fact"
                    + " where journey_id = any(?)";

    private final DataSource database;
    private final JourneyLog log;
    private final String self;

    JdbcJourneyFacts(DataSource database, JourneyLog log, @ConfigProperty(name = "journey.service") String service) {
        this.database = database;
        this.log = log;
        this.self = "/" + service;
    }

    @Override
    public void add(Collection<JourneyFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            array(insert, 1, "uuid", facts.stream().map(JourneyFact::journeyId));
            array(
                    insert,
                    2,
                    "timestamptz",
                    facts.stream().map(fact -> fact.occurredAt().atOffset(ZoneOffset.UTC)));
            array(insert, 3, "text", facts.stream().map(JourneyFact::source));
            array(insert, 4, "bigint", facts.stream().map(JourneyFact::sequence));
            array(insert, 5, "uuid", facts.stream().map(JourneyFact::eventId));
            array(insert, 6, "text", facts.stream().map(fact -> fact.type().wireName()));
            array(
                    insert,
                    7,
                    "text",
                    facts.stream().map(fact -> new String(ContractJson.write(fact.data()), StandardCharsets.UTF_8)));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new FactsUnreadable(failed);
        }
    }

    @Override
    public Map<UUID, List<JourneyFact>> of(Collection<UUID> journeyIds) {
        Map<UUID, List<JourneyFact>> facts = new HashMap<>();
        addFactsOfOthers(journeyIds, facts);
        for (RecordedEvent own : log.of(journeyIds)) {
            add(
                    facts,
                    fact(
                            own.journeyId(),
                            own.id(),
                            own.type(),
                            self,
                            own.sequence(),
                            own.occurredAt(),
                            own.data(),
                            own.actor()));
        }
        return facts;
    }

    private void addFactsOfOthers(Collection<UUID> journeyIds, Map<UUID, List<JourneyFact>> facts) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF)) {
            array(select, 1, "uuid", journeyIds.stream());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    add(facts, read(row));
                }
            }
        } catch (SQLException failed) {
            throw new FactsUnreadable(failed);
        }
    }

    private static @Nullable JourneyFact read(ResultSet row) throws SQLException {
        return fact(
                row.getObject(1, UUID.class),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(3),
                row.getLong(4),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(7),
                null);
    }

    private static void add(Map<UUID, List<JourneyFact>> facts, @Nullable JourneyFact fact) {
        if (fact != null) {
            facts.computeIfAbsent(fact.journeyId(), any -> new ArrayList<>()).add(fact);
        }
    }

    /** @return null for a type of a newer release that wrote to this database before this older one came back */
    private static @Nullable JourneyFact fact(
            UUID journeyId,
            UUID eventId,
            String wireName,
            String source,
            long sequence,
            Instant occurredAt,
            String data,
            @Nullable String actor) {
        EventType<?> type = EventTypes.byWireName(wireName).orElse(null);
        return type == null
                ? null
                : new JourneyFact(
                        journeyId,
                        eventId,
                        type,
                        source,
                        sequence,
                        occurredAt,
                        ContractJson.read(data.getBytes(StandardCharsets.UTF_8), type.dataType()),
                        actor);
    }

    private static void array(PreparedStatement statement, int index, String type, Stream<?> values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values.toArray()));
    }

    /** The cause says why, and whether to try again. */
    private static final class FactsUnreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FactsUnreadable(SQLException cause) {
            super("Facts of journeys could not be read or written", cause);
        }
    }
}
