package io.orderjourney.messaging.quarkus;

import io.orderjourney.contracts.EventType;
import io.orderjourney.messaging.TraceContexts;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.EventHandlers;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.messaging.state.StateSource;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** What a service has to write itself: a change, a handler, a source and a keeper of states. */
@ApplicationScoped
class WiringService {

    record Note(String text) {}

    static final EventType<Note> NOTED = new EventType<>("wiring.noted.v1", "wiring", Note.class);
    static final EventType<Note> CUSTOMER =
            new EventType<>("wiring-customers.changed.v1", "wiring-customers", Note.class);

    @Inject
    JourneyLog log;

    @Inject
    StateTopics states;

    @Inject
    DataSource dataSource;

    @Inject
    PerRequest perRequest;

    @RequestScoped
    static class PerRequest {
        String greeting() {
            return "heard: ";
        }
    }

    @Transactional
    public UUID note(UUID journey, String text) {
        return log.append(NewEvent.of(NOTED, journey, new Note(text), "Anna")).id();
    }

    @Transactional
    public void rename(String customer, String note) {
        update(
                "insert into customer values (?, ?) on conflict (id) do update set note = excluded.note",
                customer,
                note);
        states.touch(CUSTOMER.topic(), customer);
    }

    @Transactional
    public void erase(String customer) {
        update("delete from customer where id = ? and note <> ?", customer, "");
        states.touch(CUSTOMER.topic(), customer);
    }

    @Produces
    @Singleton
    EventConsumer handlers() {
        return EventHandlers.on(NOTED, this::noted);
    }

    private void noted(ReceivedEvent<Note> event) {
        update(
                "insert into effect values (?::uuid, ?)",
                event.id().toString(),
                event.data().text().equals("traced")
                        ? String.valueOf(TraceContexts.current())
                        : perRequest.greeting() + event.data().text());
    }

    @Singleton
    static class Customers implements StateSource {

        @Inject
        WiringService service;

        @Override
        public EventType<?> type() {
            return CUSTOMER;
        }

        @Override
        public Map<String, Object> current(Collection<String> keys) {
            Map<String, Object> values = new HashMap<>();
            for (String key : keys) {
                String note = service.string("select note from customer where id = '" + key + "'");
                if (note != null) {
                    values.put(key, new Note(note));
                }
            }
            return values;
        }
    }

    @Singleton
    static class CustomerCopies implements StateConsumer<Note> {

        @Inject
        WiringService service;

        @Override
        public EventType<Note> type() {
            return CUSTOMER;
        }

        @Override
        public void changed(String key, Note value) {
            service.update("delete from customer_copy where id = ? and ? <> ''", key, "copy");
            if (value != null) {
                service.update("insert into customer_copy values (?, ?)", key, value.text());
            }
        }
    }

    @Produces
    @Singleton
    static BusinessClock clock() {
        return Instant::now;
    }

    void update(String sql, String first, String second) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, first);
            statement.setString(2, second);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String string(String sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet found = statement.executeQuery()) {
            return found.next() ? found.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
