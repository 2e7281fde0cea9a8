package io.orderjourney.order.orders.rest;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.usecase.PlaceOrderHandler;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.rest.PromiseView;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.ResponseAbout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows an order with its customer and with what this service promises about it. */
@ApplicationScoped
class OrderViews {

    private final Customers customers;
    private final Promises promises;
    private final PromiseDesk desk;
    private final CurrentTerms terms;
    private final ResponseAbout about;

    OrderViews(Customers customers, Promises promises, PromiseDesk desk, CurrentTerms terms, ResponseAbout about) {
        this.customers = customers;
        this.promises = promises;
        this.desk = desk;
        this.terms = terms;
        this.about = about;
    }

    OrderView view(Order order) {
        about.customer(order.customerId());
        return OrderView.of(
                order,
                customers.find(order.customerId()),
                desk.open(order.journeyId(), PromiseKind.CONFIRMATION_CALL)
                        .map(Promise::dueAt)
                        .orElse(null),
                terms.get().zone());
    }

    OrderView.WithPromises withPromises(Order order, List<Promise> own) {
        ZoneId zone = terms.get().zone();
        return new OrderView.WithPromises(view(order), views(own, zone));
    }

    private static List<PromiseView> views(List<Promise> promises, ZoneId zone) {
        return promises.stream().map(promise -> PromiseView.of(promise, zone)).toList();
    }

    /** An order that was just placed: all that it shows is known, and nothing is read. */
    OrderView.WithPromises placed(PlaceOrderHandler.Placed placed) {
        ZoneId zone = terms.get().zone();
        Instant callDueAt = placed.promises().stream()
                .filter(promise -> promise.kind().equals(PromiseKind.CONFIRMATION_CALL))
                .map(Promise::dueAt)
                .findFirst()
                .orElse(null);
        return new OrderView.WithPromises(
                OrderView.of(placed.order(), Optional.of(placed.customer()), callDueAt, zone),
                views(placed.promises(), zone));
    }

    /** The response to a change: the order as it is now, with its version. */
    RestResponse<OrderView.WithPromises> changed(Order order) {
        List<Promise> own =
                promises.of(order.journeyId()).stream().filter(desk::isOurs).toList();
        return RestResponse.ResponseBuilder.ok(withPromises(order, own))
                .header(HttpHeaders.ETAG, Versions.etag(order.version()))
                .build();
    }
}
