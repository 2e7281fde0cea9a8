package io.orderjourney.fulfillment.desk.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.console.desk.DeskScreen;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.Queue;
import io.orderjourney.console.desk.QueueFilter;
import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.console.desk.Slip;
import io.orderjourney.contracts.Gate;
import io.orderjourney.fulfillment.desk.usecase.ReadCounter;
import io.orderjourney.fulfillment.pickup.GatesClosed;
import io.orderjourney.fulfillment.pickup.IssuedCode;
import io.orderjourney.fulfillment.pickup.LossReason;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.PickupSlotPolicy;
import io.orderjourney.fulfillment.pickup.RestNotPaid;
import io.orderjourney.fulfillment.pickup.usecase.AgreeSlotHandler;
import io.orderjourney.fulfillment.pickup.usecase.ChoosePartsHandler;
import io.orderjourney.fulfillment.pickup.usecase.CollectorCodes;
import io.orderjourney.fulfillment.pickup.usecase.ExtendStorageHandler;
import io.orderjourney.fulfillment.pickup.usecase.HandOverHandler;
import io.orderjourney.fulfillment.pickup.usecase.OverrideGateHandler;
import io.orderjourney.fulfillment.pickup.usecase.ReportLossHandler;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.promises.PromiseRefused;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** The counter of a pickup point, on a phone or a till: scan an order, see whether it may leave, hand it over. */
@ApplicationScoped
class PickupScreen implements DeskScreen {

    private static final String BUNDLE = "io.orderjourney.fulfillment.desk.pickup";

    /** As many matches as a person looks through. */
    private static final int MATCHES_MAX = 20;

    private final ReadCounter counter;
    private final HandOverHandler handOver;
    private final ReportLossHandler losses;
    private final OverrideGateHandler gates;
    private final AgreeSlotHandler slots;
    private final ExtendStorageHandler storage;
    private final ChoosePartsHandler parts;
    private final CollectorCodes codes;
    private final PackingActions packing;
    private final PickupText view;
    private final CurrentTerms terms;

    PickupScreen(
            ReadCounter counter,
            HandOverHandler handOver,
            ReportLossHandler losses,
            OverrideGateHandler gates,
            AgreeSlotHandler slots,
            ExtendStorageHandler storage,
            ChoosePartsHandler parts,
            CollectorCodes codes,
            PackingActions packing,
            PickupText view,
            CurrentTerms terms) {
        this.counter = counter;
        this.handOver = handOver;
        this.losses = losses;
        this.gates = gates;
        this.slots = slots;
        this.storage = storage;
        this.parts = parts;
        this.codes = codes;
        this.packing = packing;
        this.view = view;
        this.terms = terms;
    }

    @Override
    public String name() {
        return "pickup";
    }

    @Override
    public String role() {
        return Roles.PICKUP_POINT;
    }

    @Override
    public ConsoleTexts texts(String language) {
        return ConsoleTexts.of(language, BUNDLE, PickupScreen.class.getClassLoader());
    }

    @Override
    public Queue queue(QueueFilter filter, Viewer viewer) {
        ConsoleTexts texts = texts(viewer.language());
        List<QueueRow> rows = counter.day(viewer.pickupPoint(), Queue.ROWS_MAX).stream()
                .map(row -> view.row(row, texts))
                .toList();
        return Queue.of(rows, filter, null);
    }

    @Override
    public long revision(Viewer viewer) {
        return counter.revision();
    }

    @Override
    public boolean scans() {
        return true;
    }

    @Override
    public List<QueueRow> find(String text, Viewer viewer) {
        ConsoleTexts texts = texts(viewer.language());
        return counter.find(text, viewer.pickupPoint(), MATCHES_MAX).stream()
                .map(work -> view.match(work, texts))
                .toList();
    }

    @Override
    public Optional<Panel> panel(UUID orderId, Viewer viewer) {
        return counter.of(orderId, viewer.pickupPoint()).map(work -> view.panel(work, texts(viewer.language())));
    }

    @Override
    public Optional<Slip> slip(UUID orderId, Viewer viewer) {
        return counter.of(orderId, viewer.pickupPoint())
                .map(work ->
                        view.slip(work, texts(ConsoleTexts.spoken(work.pickup().language()))));
    }

    @Override
    public String act(UUID orderId, String action, Map<String, String> form, String version, Viewer viewer) {
        ConsoleTexts texts = texts(viewer.language());
        ReadCounter.Work work = counter.of(orderId, viewer.pickupPoint())
                .orElseThrow(() -> Problem.notFound("pickup-not-found", texts.say("refused.elsewhere")));
        if (PackingActions.is(action)) {
            return packing.act(action, orderId, work.pickup().customerId(), viewer.actor(), texts);
        }
        LongConsumer seen = DeskScreen.unchangedSince(version, texts);
        Trigger trigger = Trigger.of(viewer.actor());
        try {
            return switch (action) {
                case "hand-over" -> {
                    boolean all = handOver.handOver(orderId, isRestPaid(form), seen, trigger)
                            .isHandedOver();
                    yield texts.say(all ? "done.hand-over" : "done.hand-over.part");
                }
                case "damaged" -> lost(orderId, form, seen, trigger, texts);
                case "papers" -> {
                    gates.close(orderId, Gate.BANK_PAPERS, "not found at the counter", seen, trigger);
                    yield texts.say("done.papers");
                }
                case "found" -> {
                    gates.open(orderId, Gate.GOODS_AT_PICKUP_POINT, "looked at by " + viewer.actor(), seen, trigger);
                    yield texts.say("done.found");
                }
                case "slot" -> {
                    slots.agree(orderId, Forms.instant(form, "at", texts), trigger);
                    yield texts.say("done.slot");
                }
                case "by-code" -> {
                    codes.require(orderId, Forms.text(form, "code", texts));
                    boolean all = handOver.handOver(orderId, isRestPaid(form), seen, trigger)
                            .isHandedOver();
                    yield texts.say(all ? "done.hand-over" : "done.hand-over.part");
                }
                case "somebody-else" -> {
                    codes.issue(orderId, trigger);
                    yield texts.say("done.somebody-else");
                }
                case "parts" -> {
                    parts.choose(orderId, true, trigger);
                    yield texts.say("done.parts");
                }
                case "longer" -> {
                    storage.extend(orderId, trigger);
                    yield texts.say("done.longer");
                }
                default -> throw Problem.notFound("action-not-found", "There is no such action at this desk.");
            };
        } catch (IssuedCode.WrongCode wrong) {
            throw Problem.conflict(
                    "wrong-code",
                    wrong.triesLeft() == 0
                            ? texts.say("refused.no-code")
                            : texts.say("refused.code", String.valueOf(wrong.triesLeft())));
        } catch (RestNotPaid unpaid) {
            throw Problem.conflict(
                    "rest-not-paid",
                    texts.say(
                            "refused.rest",
                            texts.money(
                                    unpaid.rest().amountMinor(), unpaid.rest().currency())));
        } catch (GatesClosed closed) {
            throw Problem.conflict("gates-closed", texts.say("refused.gates", view.gates(closed.closedGates(), texts)));
        } catch (Pickup.Refused refused) {
            throw Problem.transitionNotAllowed(texts.say("refused.moved-on"));
        } catch (PromiseRefused refused) {
            String next = Wording.moment(refused.nextPossibleAt(), terms.get().zone(), texts.language());
            throw Problem.conflict("promise-refused", texts.say("refused.time", next));
        } catch (PickupSlotPolicy.TooFarAhead far) {
            throw Problem.unprocessable("too-far", texts.say("refused.too-far"));
        }
    }

    private String lost(
            UUID orderId, Map<String, String> form, LongConsumer seen, Trigger trigger, ConsoleTexts texts) {
        LossReason reason = LossReason.valueOf(Forms.choice(
                form,
                "reason",
                List.of(LossReason.values()).stream().map(Enum::name).toList(),
                texts));
        int pieces = Forms.positive(form, "pieces", texts);
        boolean replaced = losses.report(orderId, Map.of(form.getOrDefault("sku", ""), pieces), reason, seen, trigger);
        return texts.say(replaced ? "done.damaged.replaced" : "done.damaged.gone");
    }

    /** The counter chose that it took the money; where nothing is left to pay it is not asked. */
    private static boolean isRestPaid(Map<String, String> form) {
        return "yes".equals(form.get("rest"));
    }
}
