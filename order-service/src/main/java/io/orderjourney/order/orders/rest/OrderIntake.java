package io.orderjourney.order.orders.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderjourney.messaging.Coalescer;
import io.orderjourney.order.orders.usecase.PlaceOrderHandler;
import io.orderjourney.order.orders.usecase.PlaceOrderHandler.PlaceOrder;
import io.orderjourney.order.orders.usecase.PlaceOrderHandler.Placed;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.IdempotentRequests;
import io.orderjourney.rest.idempotency.IdempotentRequests.Keyed;
import io.orderjourney.rest.idempotency.IdempotentRequests.Outcome;
import io.orderjourney.rest.idempotency.RequestKey;
import io.orderjourney.rest.idempotency.StoredResponse;
import io.orderjourney.rest.problem.DatabaseProblems;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes the orders that wait while others are written as one transaction, and answers each after its commit. */
@ApplicationScoped
class OrderIntake {

    /** A stop waits no longer than this for the orders that wait. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /** So long orders that are placed together wait for another transaction, before each waits for itself. */
    private static final Duration LOCK_WAIT = Duration.ofMillis(250);

    private final IdempotentRequests requests;
    private final PlaceOrderHandler orders;
    private final OrderViews views;
    private final ObjectMapper mapper;
    private final DistributionSummary batches;
    private final Coalescer<Keyed<PlaceOrder>, Outcome> coalescer;

    OrderIntake(
            IdempotentRequests requests,
            PlaceOrderHandler orders,
            OrderViews views,
            ObjectMapper mapper,
            MeterRegistry registry,
            @ConfigProperty(name = "journey.intake.lanes") int lanes,
            @ConfigProperty(name = "journey.intake.batch-max") int batchMax,
            @ConfigProperty(name = "journey.intake.waiting-max") int waitingMax,
            @ConfigProperty(name = "journey.intake.wait-max") Duration waitMax) {
        this.requests = requests;
        this.orders = orders;
        this.views = views;
        this.mapper = mapper;
        this.batches = registry.summary("journey.intake.batch");
        this.coalescer = new Coalescer<>(
                new Coalescer.Limits(lanes, batchMax, waitingMax, waitMax),
                this::placeTogether,
                this::placeAlone,
                DatabaseProblems::isUnavailable);
    }

    /**
     * Places an order, and returns what to answer when it is stored.
     *
     * @throws Coalescer.Busy if more orders wait than may
     * @throws RuntimeException the refusal of this order
     */
    Outcome place(RequestKey key, PlaceOrder order) {
        return coalescer.submit(new Keyed<>(key, order));
    }

    void stop(@Observes ShutdownEvent event) {
        coalescer.close(STOP_WITHIN);
    }

    private List<Supplier<Outcome>> placeTogether(List<Keyed<PlaceOrder>> batch) {
        batches.record(batch.size());
        return place(batch, LOCK_WAIT);
    }

    private Outcome placeAlone(Keyed<PlaceOrder> order) {
        return place(List.of(order), Duration.ZERO).get(0).get();
    }

    private List<Supplier<Outcome>> place(List<Keyed<PlaceOrder>> batch, Duration lockWait) {
        return requests.runTogether(
                batch,
                lockWait,
                commands -> orders.place(commands).stream()
                        .map(answer -> answer.map(this::response))
                        .toList());
    }

    private StoredResponse response(Placed placed) {
        try {
            return new StoredResponse(
                    201,
                    Map.of(
                            HttpHeaders.CONTENT_TYPE,
                            MediaType.APPLICATION_JSON,
                            HttpHeaders.LOCATION,
                            "/api/v1/orders/" + placed.order().journeyId(),
                            HttpHeaders.ETAG,
                            Versions.etag(placed.order().version())),
                    mapper.writeValueAsBytes(views.placed(placed)),
                    placed.order().customerId());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An order cannot be shown", e);
        }
    }
}
