package io.orderjourney.stack.standins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.http.Answers;
import io.orderjourney.stack.http.BadRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The bank's doors over HTTP: three for the shop, two for whoever plays the bank by hand. */
final class BankDoors {

    private final Bank bank;
    private final BehaviourSwitch<BankTerms> behaviour;
    private final FaultyDoor door;
    private final InstantSource clock;

    BankDoors(Bank bank, BehaviourSwitch<BankTerms> behaviour, Ledger ledger, InstantSource clock) {
        this.bank = bank;
        this.behaviour = behaviour;
        this.door = new FaultyDoor(ledger, behaviour::faults);
        this.clock = clock;
    }

    void open(Router router) {
        router.post("/bank/applications").handler(door.to(this::apply));
        router.get("/bank/applications/:reference").handler(door.to(this::show));
        router.post("/bank/applications/:reference/agreement").handler(door.to(this::agree));
        router.post("/bank/applications/:reference/decide").handler(this::decide);
        router.post("/bank/applications/:reference/papers").handler(this::papers);
    }

    private FaultyDoor.Answer apply(RoutingContext context) {
        ObjectNode asked = Answers.body(context, ObjectNode.class);
        String reference = StandIns.text(asked, "reference");
        if (!reference.equals(context.request().getHeader("Idempotency-Key"))) {
            throw new BadRequest("The header Idempotency-Key must be the reference.");
        }
        if (!asked.path("amount").path("amountMinor").canConvertToLong()) {
            throw new BadRequest("'amount.amountMinor' is missing.");
        }
        return new FaultyDoor.Answer(202, bank.view(bank.apply(reference, asked, behaviour.terms())));
    }

    private FaultyDoor.Answer show(RoutingContext context) {
        return new FaultyDoor.Answer(200, bank.view(bank.demand(context.pathParam("reference"))));
    }

    private FaultyDoor.Answer agree(RoutingContext context) {
        return new FaultyDoor.Answer(
                202,
                bank.view(bank.agree(
                        context.pathParam("reference"), Answers.body(context, ObjectNode.class), behaviour.terms())));
    }

    private void decide(RoutingContext context) {
        ObjectNode body = Answers.body(context, ObjectNode.class);
        String wanted = body.path("decision").asText("APPROVED");
        if (!wanted.equals("APPROVED") && !wanted.equals("REFUSED")) {
            throw new BadRequest("'decision' is APPROVED or REFUSED.");
        }
        BankApplication application =
                bank.decide(context.pathParam("reference"), BankDecision.valueOf(wanted), clock.instant());
        Answers.json(context, 202, bank.view(application));
    }

    private void papers(RoutingContext context) {
        ObjectNode body = Answers.body(context, ObjectNode.class);
        String status = StandIns.text(body, "status");
        if (!status.equals("SENT") && !status.equals("DELIVERED")) {
            throw new BadRequest("'status' is SENT or DELIVERED.");
        }
        String reference = context.pathParam("reference");
        bank.sendPapers(reference, status, clock.instant(), instant(body, "expectedAt"));
        Answers.json(context, 202, bank.view(bank.demand(reference)));
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
