package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.clock.Settled;
import io.orderjourney.stack.clock.Settling;
import io.orderjourney.stack.http.BadRequest;
import io.orderjourney.stack.http.Bearer;
import io.orderjourney.stack.http.LocalRequests;
import io.orderjourney.stack.http.Responses;
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

/** The partners of the demo shop on one port: {@code /bank}, {@code /supplier}, {@code /courier} and {@code /sms}. */
public final class Simulators implements AutoCloseable {

    /**
     * What the simulators need to know.
     *
     * @param port 0 for a free one
     * @param ledgers folder of the ledgers
     * @param creditService base URL, called by the bank
     * @param fulfillmentService base URL, called by the supplier and the courier
     * @param bankSecret the secret that signs the bank's calls
     * @param supplierSecret the secret that signs the supplier's calls
     * @param courierSecret the secret that signs the courier's calls
     * @param partnerToken the supplier's token, and here the courier's too
     * @param warehouseToken books in what the supplier has delivered, as the shop's own people do
     * @param operatorToken token that may play a partner and change its behaviour
     */
    public record Settings(
            int port,
            Path ledgers,
            String creditService,
            String fulfillmentService,
            String bankSecret,
            String supplierSecret,
            String courierSecret,
            String partnerToken,
            String warehouseToken,
            String operatorToken) {

        @Override
        public String toString() {
            return "Settings[port=" + port + ", ledgers=" + ledgers + "]";
        }
    }

    private static final int ENTRIES_MAX = 1_000;

    private final Bearer operator;
    private final Ledger bankLedger;
    private final Ledger supplierLedger;
    private final Ledger courierLedger;
    private final Ledger smsLedger;
    private final Callbacks bankCalls;
    private final Callbacks supplierCalls;
    private final Callbacks courierCalls;
    private final BehaviourSwitch<BankBehaviour> bankBehaviour =
            new BehaviourSwitch<>(BankBehaviour.class, BankBehaviour.USUAL);
    private final BehaviourSwitch<NoBehaviour> supplierBehaviour =
            new BehaviourSwitch<>(NoBehaviour.class, new NoBehaviour());
    private final BehaviourSwitch<NoBehaviour> courierBehaviour =
            new BehaviourSwitch<>(NoBehaviour.class, new NoBehaviour());
    private final BehaviourSwitch<NoBehaviour> smsBehaviour =
            new BehaviourSwitch<>(NoBehaviour.class, new NoBehaviour());
    private final BankSimulator bank;
    private final SupplierSimulator supplier;
    private final CourierSimulator courier;
    private final SmsSimulator sms;
    private final HttpServer server;

    /** The supplier, the courier and the gateway have no terms of their own, only faults. */
    record NoBehaviour() {}

    private Simulators(Vertx vertx, Settings settings, InstantSource clock) {
        operator = new Bearer(settings.operatorToken());
        bankLedger = Ledger.at(settings.ledgers().resolve("bank.jsonl"), clock);
        supplierLedger = Ledger.at(settings.ledgers().resolve("supplier.jsonl"), clock);
        courierLedger = Ledger.at(settings.ledgers().resolve("courier.jsonl"), clock);
        smsLedger = Ledger.at(settings.ledgers().resolve("sms.jsonl"), clock);
        bankCalls = new Callbacks(bankLedger, clock, new WebhookSignature(settings.bankSecret()));
        supplierCalls = new Callbacks(
                supplierLedger,
                clock,
                Credentials.at(
                        SupplierCalls.ARRIVALS,
                        Credentials.bearer(settings.warehouseToken()),
                        Credentials.both(
                                Credentials.bearer(settings.partnerToken()),
                                new WebhookSignature(settings.supplierSecret()))));
        courierCalls = new Callbacks(
                courierLedger,
                clock,
                Credentials.both(
                        Credentials.bearer(settings.partnerToken()), new WebhookSignature(settings.courierSecret())));
        bank = new BankSimulator(bankLedger, bankCalls, clock, settings.creditService());
        supplier = new SupplierSimulator(
                supplierLedger, supplierCalls, clock, new SupplierCalls(settings.fulfillmentService()));
        courier = new CourierSimulator(courierLedger, courierCalls, clock, settings.fulfillmentService());
        sms = new SmsSimulator(smsLedger, clock);
        Router router = Router.router(vertx);
        router.route().handler(LocalRequests::demandLocalHost).failureHandler(Responses::failure);
        router.route().handler(LocalRequests::demandJson);
        router.route().handler(BodyHandler.create(false).setBodyLimit(256 * 1024));
        new BankEndpoints(bank, bankBehaviour, bankLedger, clock, operator).mount(router);
        new SupplierEndpoints(supplier, supplierBehaviour, supplierLedger, operator).mount(router);
        new CourierEndpoints(courier, courierBehaviour, courierLedger, operator).mount(router);
        new SmsEndpoints(sms, smsBehaviour, smsLedger).mount(router);
        switches(router, "bank", bankBehaviour, bankLedger);
        switches(router, "supplier", supplierBehaviour, supplierLedger);
        switches(router, "courier", courierBehaviour, courierLedger);
        switches(router, "sms", smsBehaviour, smsLedger);
        server = vertx.createHttpServer().requestHandler(router);
    }

    /** Starts them and returns when they can be called. */
    public static Simulators start(Vertx vertx, Settings settings, InstantSource clock) throws Exception {
        Simulators simulators = new Simulators(vertx, settings, clock);
        simulators
                .server
                .listen(settings.port(), "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        return simulators;
    }

    public int port() {
        return server.actualPort();
    }

    /** The partners that call the shop by themselves, for the clock driver. */
    public List<Settling> settling() {
        return List.of(
                named("bank-simulator", bankCalls),
                named("supplier-simulator", supplierCalls),
                named("courier-simulator", courierCalls));
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
        router.get("/" + name + "/behaviour").handler(context -> Responses.json(context, 200, behaviour.show()));
        router.put("/" + name + "/behaviour").handler(context -> {
            operator.demand(context);
            behaviour.set(Responses.body(context, ObjectNode.class));
            ledger.write("behaviour", "", behaviour.show());
            Responses.json(context, 200, behaviour.show());
        });
        router.get("/" + name + "/ledger").handler(context -> Responses.json(context, 200, entries(context, ledger)));
    }

    /** A page, oldest first; the number of its last entry is the {@code after} of the next page. */
    private static Map<String, List<LedgerEntry>> entries(RoutingContext context, Ledger ledger) {
        List<String> reference = context.queryParam("reference");
        List<String> kind = context.queryParam("kind");
        long after = Responses.number(context, "after", 0);
        return Map.of(
                "entries",
                ledger.entries(
                        after,
                        ENTRIES_MAX,
                        entry -> (reference.isEmpty() || reference.contains(entry.reference()))
                                && (kind.isEmpty() || kind.contains(entry.kind()))));
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
        courierCalls.close();
        bankLedger.close();
        supplierLedger.close();
        courierLedger.close();
        smsLedger.close();
    }
}
