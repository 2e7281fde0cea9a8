package io.orderjourney.fulfillment.points.usecase;

import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.fulfillment.masterdata.MasterDataHistory;
import io.orderjourney.fulfillment.masterdata.MasterDataHistory.Change;
import io.orderjourney.fulfillment.masterdata.MasterDataHistory.Entry;
import io.orderjourney.fulfillment.masterdata.MasterDataHistory.Kind;
import io.orderjourney.fulfillment.masterdata.Violation;
import io.orderjourney.fulfillment.points.PointFields;
import io.orderjourney.fulfillment.points.PointHours;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.promises.DemoShop;
import io.orderjourney.promises.PickupPoints;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Management's changes of the pickup points; every service takes them over. No date that was promised is rewritten. */
@ApplicationScoped
public class ChangePointHandler {

    public static final String TOPIC = "pickup-points";

    private final PickupPoints points;
    private final CurrentTerms terms;
    private final StateTopics states;
    private final MasterDataHistory history;
    private final BusinessClock clock;

    ChangePointHandler(
            PickupPoints points,
            CurrentTerms terms,
            StateTopics states,
            MasterDataHistory history,
            BusinessClock clock) {
        this.points = points;
        this.terms = terms;
        this.states = states;
        this.history = history;
        this.clock = clock;
    }

    /** Its hours are none that a date could be promised in. */
    public static final class InvalidPoint extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Violation violation;

        InvalidPoint(Violation violation) {
            super(violation.field() + ": " + violation.flaw().what());
            this.violation = violation;
        }

        public Violation violation() {
            return violation;
        }
    }

    /** A point after its change. */
    public record Changed(PickupPoint point, boolean isNew) {}

    /** The others learn the points of the demo shop. */
    void publish(@Observes DemoShop opened) {
        states.touch(TOPIC, opened.points().stream().map(PickupPoint::code).toList());
    }

    /**
     * Opens a point, or changes one.
     *
     * @param wanted its revision is not looked at; a point that was closed opens again
     * @param decidedOn is given the revision of a point that exists, and throws if the change was decided on another one
     * @param changedBy who decided it; kept with what changed
     * @throws InvalidPoint if its hours or holidays cannot be read
     */
    @Transactional
    public Changed put(PickupPoint wanted, IntConsumer decidedOn, String changedBy) {
        Optional<PickupPoint> before = points.findForChange(wanted.code());
        before.ifPresent(known -> decidedOn.accept(known.revision()));
        PickupPoint next = wanted.at(before.map(PickupPoint::revision).orElse(0) + 1);
        PointHours.violation(next, terms.get()).ifPresent(violation -> {
            throw new InvalidPoint(violation);
        });
        store(before.orElse(null), next, changedBy);
        return new Changed(next, before.isEmpty());
    }

    /**
     * Closes a point for good: it takes no new orders. Closing it twice changes nothing.
     *
     * @param decidedOn as for {@link #put}
     * @param changedBy as for {@link #put}
     * @throws NoSuchElementException if there is none
     */
    @Transactional
    public PickupPoint close(String code, IntConsumer decidedOn, String changedBy) {
        PickupPoint before = points.findForChange(code).orElseThrow();
        decidedOn.accept(before.revision());
        if (before.closed()) {
            return before;
        }
        PickupPoint closed = before.close().at(before.revision() + 1);
        store(before, closed, changedBy);
        return closed;
    }

    public List<PickupPoint> all() {
        return points.all();
    }

    public Optional<PickupPoint> find(@Nullable String code) {
        return code == null ? Optional.empty() : points.find(code);
    }

    private void store(@Nullable PickupPoint before, PickupPoint point, String changedBy) {
        if (!terms.changed(point)) {
            // Two requests opened it at once; the one that comes second sees the version of the first.
            throw new IllegalStateException("Pickup point " + point.code() + " changed meanwhile");
        }
        states.touch(TOPIC, point.code());
        history.remember(new Entry(
                Kind.POINT,
                point.code(),
                point.revision(),
                changedBy,
                clock.instant(),
                Change.between(before == null ? Map.of() : PointFields.of(before), PointFields.of(point))));
    }
}
