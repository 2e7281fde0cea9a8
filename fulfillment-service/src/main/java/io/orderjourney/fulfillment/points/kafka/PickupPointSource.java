package io.orderjourney.fulfillment.points.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.messaging.state.StateSource;
import io.orderjourney.promises.PickupPoints;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The pickup points, for the compacted topic. */
@ApplicationScoped
class PickupPointSource implements StateSource {

    private final PickupPoints points;

    PickupPointSource(PickupPoints points) {
        this.points = points;
    }

    @Override
    public EventType<?> type() {
        return EventTypes.PICKUP_POINT_CHANGED;
    }

    @Override
    public Map<String, Object> current(Collection<String> codes) {
        return points.all().stream()
                .filter(point -> codes.contains(point.code()))
                .collect(Collectors.toMap(PickupPoint::code, point -> point));
    }
}
