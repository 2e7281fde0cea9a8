package io.orderjourney.promises.db;

import static io.orderjourney.contracts.PromiseKind.BANK_PAPERS;
import static io.orderjourney.contracts.PromiseKind.CREDIT_DECISION;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.SIGNING_APPOINTMENT;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static io.orderjourney.promises.testing.PromiseBuilder.promise;
import static io.orderjourney.promises.testing.WarsawShop.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.Delivery;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromisedDate;
import io.orderjourney.testservers.Database;
import io.orderjourney.testservers.TestServers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A promise comes back from its row as it was, whatever has become of it. */
class PromiseRowTest {

    private static final Promise READY = promise(PICKUP_READY)
            .dueAt("2026-01-13T20:00")
            .waitsFor(STOCK_ARRIVAL, BANK_PAPERS)
            .build();

    private static JdbcPromises promises;
    private static JdbcDeliveries deliveries;

    @BeforeAll
    static void migrate() throws SQLException, IOException {
        Database address = TestServers.freshDatabase(
                "p_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(address.jdbcUrl());
        database.setUser(address.user());
        database.setPassword(address.password());
        for (String migration : List.of(
                "V0_10__promises",
                "V0_11__glossary_names",
                "V0_12__date_reason_and_deliveries",
                "V0_13__customers_turn")) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    InputStream sql = PromiseRowTest.class.getResourceAsStream("/db/promises/" + migration + ".sql")) {
                statement.execute(new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        promises = new JdbcPromises(database);
        deliveries = new JdbcDeliveries(database);
    }

    /** Every optional part, there and not there. */
    static Stream<Promise> everyShape() {
        PromisedDate second = new PromisedDate(
                Precision.END_OF_DAY,
                null,
                at("2026-01-14T20:00"),
                "told again",
                1,
                ReasonCode.SUPPLIER_LATE,
                "watch",
                true,
                1);
        return Stream.of(
                READY,
                READY.with(second),
                READY.estimated(new Estimate(at("2026-01-14T09:00"), ReasonCode.PARTNER_ESTIMATE)),
                READY.kept("notice 7", at("2026-01-13T12:00")),
                READY.withdrawn(at("2026-01-13T12:00")),
                promise(CREDIT_DECISION).build(),
                promise(SIGNING_APPOINTMENT)
                        .window("2026-01-13T11:00", "2026-01-13T12:00")
                        .confirmed()
                        .build());
    }

    @ParameterizedTest
    @MethodSource("everyShape")
    void a_promise_that_is_added_is_read_back_as_it_was(Promise shape) {
        Promise added = withNewId(shape);

        assertThat(promises.add(added)).isTrue();

        assertThat(promises.find(added.id())).contains(added);
        assertThat(promises.add(added)).as("known before").isFalse();
    }

    @ParameterizedTest
    @MethodSource("everyShape")
    void a_promise_that_changed_is_read_back_as_it_is_now(Promise shape) {
        Promise after = withNewId(shape);
        PromisedDate first = PromisedDate.first(
                after.precision(), after.windowStartAt(), after.firstPromisedAt(), "told", after.madeBy());
        promises.add(Promise.made(after.id(), after.commitment(), first));

        promises.change(after);

        assertThat(promises.find(after.id())).contains(after);
    }

    @Test
    void the_customers_turn_comes_back_as_it_was_stored_and_goes_with_a_new_date() {
        Promise call = withNewId(promise(PromiseKind.CONFIRMATION_CALL).build());
        promises.add(call);
        Promise waiting = call.paused(
                new CustomerTurn(WaitingReason.NOT_REACHED, at("2026-01-12T12:00"), at("2026-01-16T20:00")));
        promises.change(waiting);
        assertThat(promises.find(call.id())).contains(waiting);

        Promise resumed = waiting.with(call.date());
        promises.change(resumed);
        assertThat(promises.find(call.id())).contains(resumed);
        assertThat(resumed.isWaiting()).isFalse();
    }

    @Test
    void deliveries_are_kept_once_each_and_oldest_first_until_they_are_forgotten() {
        UUID journey = UUID.randomUUID();
        Delivery late = new Delivery(UUID.randomUUID(), at("2026-01-12T12:00"));
        Delivery early = new Delivery(UUID.randomUUID(), at("2026-01-12T11:00"));

        deliveries.add(journey, late);
        deliveries.add(journey, early);
        deliveries.add(journey, new Delivery(late.noticeId(), at("2026-01-12T13:00")));
        assertThat(deliveries.of(journey)).containsExactly(early, late);

        deliveries.forget(journey);
        assertThat(deliveries.of(journey)).isEmpty();
    }

    private static Promise withNewId(Promise promise) {
        return new Promise(
                UUID.randomUUID(),
                promise.commitment(),
                promise.date(),
                promise.estimate(),
                promise.confirmedRevision(),
                promise.turn(),
                promise.ending());
    }
}
