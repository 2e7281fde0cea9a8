package io.orderjourney.fulfillment.desk.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.console.desk.DeskScreen;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.Queue;
import io.orderjourney.console.desk.QueueFilter;
import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse.Delivery;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse.Sending;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse.Shelf;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse.Undated;
import io.orderjourney.fulfillment.desk.usecase.ReadWarehouse.Work;
import io.orderjourney.fulfillment.receiving.EtaPolicy;
import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** The warehouse's screen: what goes out today, what will come and who waits for it, what has no date, and the shelves. */
@ApplicationScoped
class WarehouseScreen implements DeskScreen {

    private static final String BUNDLE = "io.orderjourney.fulfillment.desk.warehouse";
    private static final int MATCHES_MAX = 20;

    private final ReadWarehouse warehouse;
    private final WarehouseActions actions;
    private final WarehouseText view;
    private final ParcelPanel parcels;

    WarehouseScreen(ReadWarehouse warehouse, WarehouseActions actions, WarehouseText view, ParcelPanel parcels) {
        this.warehouse = warehouse;
        this.actions = actions;
        this.view = view;
        this.parcels = parcels;
    }

    @Override
    public String name() {
        return "warehouse";
    }

    @Override
    public String role() {
        return Roles.WAREHOUSE;
    }

    @Override
    public ConsoleTexts texts(String language) {
        return ConsoleTexts.of(language, BUNDLE, WarehouseScreen.class.getClassLoader());
    }

    @Override
    public Queue queue(QueueFilter filter, Viewer viewer) {
        ConsoleTexts texts = texts(viewer.language());
        List<QueueRow> rows = Stream.<Stream<? extends Work>>of(
                        warehouse.sendings(viewer.pickupPoint(), Queue.ROWS_MAX).stream(),
                        warehouse.undated(viewer.pickupPoint(), Queue.ROWS_MAX).stream(),
                        warehouse.deliveries(viewer.pickupPoint(), Queue.ROWS_MAX).stream())
                .flatMap(works -> works)
                .map(work -> view.row(work, texts))
                .toList();
        return Queue.of(rows, filter, null);
    }

    @Override
    public long revision(Viewer viewer) {
        return warehouse.revision();
    }

    @Override
    public boolean scans() {
        return true;
    }

    @Override
    public List<QueueRow> find(String text, Viewer viewer) {
        ConsoleTexts texts = texts(viewer.language());
        return warehouse.find(text, viewer.pickupPoint(), MATCHES_MAX).stream()
                .map(work -> view.row(work, texts))
                .toList();
    }

    @Override
    public Optional<Panel> panel(UUID id, Viewer viewer) {
        return warehouse.of(id, viewer.pickupPoint()).map(work -> view.panel(work, texts(viewer.language())));
    }

    @Override
    public String preview(UUID id, String action, Map<String, String> form, Viewer viewer) {
        ConsoleTexts texts = texts(viewer.language());
        Work work = known(id, viewer, texts);
        return said(
                texts,
                () -> work instanceof Delivery delivery ? actions.preview(delivery.order(), action, form, texts) : "");
    }

    @Override
    public String act(UUID id, String action, Map<String, String> form, String version, Viewer viewer) {
        ConsoleTexts texts = texts(viewer.language());
        Work work = known(id, viewer, texts);
        LongConsumer seen = DeskScreen.unchangedSince(version, texts);
        return said(texts, () -> {
            if (work instanceof Delivery delivery) {
                return actions.act(delivery.order(), action, form, seen, viewer.actor(), texts);
            }
            if (work instanceof Sending sending) {
                return parcels.act(sending, action, seen, viewer.actor(), texts);
            }
            if (work instanceof Undated undated) {
                return actions.ordered(undated, action, form, viewer.actor(), texts);
            }
            return actions.count(((Shelf) work).level().key(), action, form, seen, viewer.actor(), texts);
        });
    }

    private Work known(UUID id, Viewer viewer, ConsoleTexts texts) {
        return warehouse
                .of(id, viewer.pickupPoint())
                .orElseThrow(() -> Problem.notFound("goods-not-found", texts.say("refused.elsewhere")));
    }

    private interface Words {
        String say();
    }

    /** What a rule refuses, in the viewer's words. */
    private static String said(ConsoleTexts texts, Words words) {
        try {
            return words.say();
        } catch (PurchaseOrder.FullyArrived over) {
            throw Problem.transitionNotAllowed(texts.say("refused.over"));
        } catch (PurchaseOrder.MoreThanMissing more) {
            throw Problem.unprocessable("more-than-missing", texts.say("refused.more"));
        } catch (EtaPolicy.Implausible implausible) {
            throw Problem.unprocessable("implausible", texts.say("refused.implausible"));
        } catch (EtaPolicy.Doubtful doubtful) {
            throw Problem.unprocessable("confirmation-needed", texts.say("refused.doubtful"));
        } catch (StockLevel.CountBelowReserved below) {
            throw Problem.conflict("stock-reserved", texts.say("refused.reserved", below.reserved()));
        }
    }
}
