package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.http.BadRequest;
import io.orderjourney.stack.http.Bearer;
import io.orderjourney.stack.http.Responses;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The bank's endpoints over HTTP: four for the shop, two for a person who plays the bank. */
final class BankEndpoints {

    private final BankSimulator bank;
    private final BehaviourSwitch<BankBehaviour> behaviour;
    private final FaultInjector faults;
    private final InstantSource clock;
    private final Bearer operator;

    BankEndpoints(
            BankSimulator bank,
            BehaviourSwitch<BankBehaviour> behaviour,
            Ledger ledger,
            InstantSource clock,
            Bearer operator) {
        this.bank = bank;
        this.behaviour = behaviour;
        this.faults = new FaultInjector(ledger, behaviour::faults);
        this.clock = clock;
        this.operator = operator;
    }

    void mount(Router router) {
        router.post("/bank/applications").handler(faults.inject(this::apply));
        router.get("/bank/applications/:reference").handler(faults.inject(this::show));
        router.post("/bank/applications/:reference/agreement").handler(faults.inject(this::agree));
        router.post("/bank/applications/:reference/withdrawal").handler(faults.inject(this::withdraw));
        router.post("/bank/applications/:reference/decide").handler(this::decide);
        router.post("/bank/applications/:reference/papers").handler(this::papers);
    }

    private FaultInjector.Response apply(RoutingContext context) {
        ObjectNode asked = Responses.body(context, ObjectNode.class);
        String reference = Simulators.text(asked, "reference");
        if (!reference.equals(context.request().getHeader("Idempotency-Key"))) {
            throw new BadRequest("The header Idempotency-Key must be the reference.");
        }
        if (!asked.path("amount").path("amountMinor").canConvertToLong()) {
            throw new BadRequest("'amount.amountMinor' is missing.");
        }
        return new FaultInjector.Response(202, bank.view(bank.apply(reference, asked, behaviour.own())));
    }

    private FaultInjector.Response show(RoutingContext context) {
        return new FaultInjector.Response(200, bank.view(bank.demand(context.pathParam("reference"))));
    }

    private FaultInjector.Response agree(RoutingContext context) {
        return new FaultInjector.Response(
                202,
                bank.view(bank.agree(
                        context.pathParam("reference"), Responses.body(context, ObjectNode.class), behaviour.own())));
    }

    private FaultInjector.Response withdraw(RoutingContext context) {
        return new FaultInjector.Response(202, bank.view(bank.withdraw(context.pathParam("reference"))));
    }

    private void decide(RoutingContext context) {
        operator.demand(context);
        ObjectNode body = Responses.body(context, ObjectNode.class);
        String wanted = body.path("decision").asText("APPROVED");
        if (!wanted.equals("APPROVED") && !wanted.equals("REFUSED")) {
            throw new BadRequest("'decision' is APPROVED or REFUSED.");
        }
        Long approvedMinor = body.hasNonNull("approvedAmountMinor")
                ? Long.valueOf(body.path("approvedAmountMinor").asLong())
                : null;
        BankApplication application = bank.decide(
                context.pathParam("reference"), BankDecision.valueOf(wanted), approvedMinor, clock.instant());
        Responses.json(context, 202, bank.view(application));
    }

    private void papers(RoutingContext context) {
        operator.demand(context);
        ObjectNode body = Responses.body(context, ObjectNode.class);
        String status = Simulators.text(body, "status");
        if (!status.equals("SENT") && !status.equals("DELIVERED")) {
            throw new BadRequest("'status' is SENT or DELIVERED.");
        }
        String reference = context.pathParam("reference");
        bank.sendPapers(reference, status, clock.instant(), instant(body, "expectedAt"));
        Responses.json(context, 202, bank.view(bank.demand(reference)));
    }

    private static @Nullable Instant instant(ObjectNode body, String field) {
        if (!body.hasNonNull(field)) {
            return null;
        }
        try {
            return java.time.OffsetDateTime.parse(body.get(field).asText()).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadRequest("'" + field + "' is no RFC 3339 time.");
        }
    }
}
