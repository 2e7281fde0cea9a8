package io.orderjourney.stack.standins;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.clock.Settled;
import io.orderjourney.stack.clock.Settling;
import io.orderjourney.stack.http.Answers;
import io.orderjourney.stack.http.BadRequest;
import io.orderjourney.stack.http.Bearer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The three partners of the demo shop on one port: {@code /bank}, {@code /supplier} and {@code /sms}. */
public final class StandIns implements AutoCloseable {

    /**
     * What the stand-ins need to know.
     *
     * @param port 0 for a free one
     * @param ledgers folder of the ledgers
     * @param creditService base URL, called by the bank
     * @param fulfillmentService base URL, called by the supplier
     * @param bankSecret the secret that signs the bank's calls
     * @param supplierSecret the secret that signs the supplier's calls
     * @param partnerToken the supplier's token
     * @param operatorToken whoever may change a behaviour
     */
    public record Terms(
            int port,
            Path ledgers,
            String creditService,
            String fulfillmentService,
            String bankSecret,
            String supplierSecret,
            String partnerToken,
            String operatorToken) {

        @Override
        public String toString() {
            return "Terms[port=" + port + ", ledgers=" + ledgers + "]";
        }
    }

    private final Bearer operator;
    private final Ledger bankLedger;
    private final Ledger supplierLedger;
    private final Ledger smsLedger;
    private final Callbacks bankCalls;
    private final Callbacks supplierCalls;
    private final BehaviourSwitch<BankTerms> bankBehaviour = new BehaviourSwitch<>(BankTerms.class, BankTerms.USUAL);
    private final BehaviourSwitch<NoTerms> supplierBehaviour = new BehaviourSwitch<>(NoTerms.class, new NoTerms());
    private final BehaviourSwitch<NoTerms> smsBehaviour = new BehaviourSwitch<>(NoTerms.class, new NoTerms());
    private final Bank bank;
    private final Supplier supplier;
    private final SmsGateway sms;
    private final HttpServer server;

    /** The supplier and the gateway have no terms of their own, only faults. */
    record NoTerms() {}

    private StandIns(Vertx vertx, Terms terms, InstantSource clock) {
        operator = new Bearer(terms.operatorToken());
        bankLedger = Ledger.at(terms.ledgers().resolve("bank.jsonl"), clock);
        supplierLedger = Ledger.at(terms.ledgers().resolve("supplier.jsonl"), clock);
        smsLedger = Ledger.at(terms.ledgers().resolve("sms.jsonl"), clock);
        bankCalls = new Callbacks(bankLedger, clock, new WebhookSignature(terms.bankSecret()));
        supplierCalls = new Callbacks(
                supplierLedger,
                clock,
                Credentials.both(
                        Credentials.bearer(terms.partnerToken()), new WebhookSignature(terms.supplierSecret())));
        bank = new Bank(bankLedger, bankCalls, clock, terms.creditService());
        supplier = new Supplier(supplierLedger, supplierCalls, clock, new SupplierCalls(terms.fulfillmentService()));
        sms = new SmsGateway(smsLedger, clock);
        Router router = Router.router(vertx);
        router.route()
                .handler(BodyHandler.create(false).setBodyLimit(256 * 1024))
                .failureHandler(Answers::failure);
        new BankDoors(bank, bankBehaviour, bankLedger, clock).open(router);
        new SupplierDoors(supplier, supplierBehaviour, supplierLedger).open(router);
        new SmsDoors(sms, smsBehaviour, smsLedger).open(router);
        switches(router, "bank", bankBehaviour, bankLedger);
        switches(router, "supplier", supplierBehaviour, supplierLedger);
        switches(router, "sms", smsBehaviour, smsLedger);
        server = vertx.createHttpServer().requestHandler(router);
    }

    /** Starts them and returns when they can be called. */
    public static StandIns start(Vertx vertx, Terms terms, InstantSource clock) throws Exception {
        StandIns standIns = new StandIns(vertx, terms, clock);
        standIns.server
                .listen(terms.port(), "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        return standIns;
    }

    public int port() {
        return server.actualPort();
    }

    /** The partners that call the shop by themselves, for the clock driver. */
    public List<Settling> settling() {
        return List.of(named("bank stand-in", bankCalls), named("supplier stand-in", supplierCalls));
    }

    private static Settling named(String name, Callbacks calls) {
        return new Settling() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Settled settled() {
                return calls.settled();
            }
        };
    }

    private void switches(Router router, String name, BehaviourSwitch<?> behaviour, Ledger ledger) {
        router.get("/" + name + "/behaviour").handler(context -> Answers.json(context, 200, behaviour.show()));
        router.put("/" + name + "/behaviour").handler(context -> {
            operator.demand(context);
            behaviour.set(Answers.body(context, ObjectNode.class));
            ledger.write("behaviour", "", behaviour.show());
            Answers.json(context, 200, behaviour.show());
        });
        router.get("/" + name + "/ledger").handler(context -> Answers.json(context, 200, entries(context, ledger)));
    }

    private static Map<String, List<LedgerEntry>> entries(RoutingContext context, Ledger ledger) {
        List<String> reference = context.queryParam("reference");
        List<String> kind = context.queryParam("kind");
        return Map.of(
                "entries",
                ledger.entries().stream()
                        .filter(entry -> reference.isEmpty() || reference.contains(entry.reference()))
                        .filter(entry -> kind.isEmpty() || kind.contains(entry.kind()))
                        .toList());
    }

    static String text(JsonNode body, String field) {
        JsonNode value = body.get(field);
        if (value == null || !value.isTextual() || value.asText().isBlank()) {
            throw new BadRequest("'" + field + "' is missing.");
        }
        return value.asText();
    }

    @Override
    public void close() {
        server.close();
        bankCalls.close();
        supplierCalls.close();
        bankLedger.close();
        supplierLedger.close();
        smsLedger.close();
    }
}
