package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.promises.PickupPoints;
import io.orderjourney.promises.ShopPolicies;
import io.orderjourney.promises.ShopTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The terms in force: the shop's policy and pickup points as last published, or the policy that ships with the product.
 * Several replicas share one stored copy, so each looks at it again after a moment.
 */
@ApplicationScoped
public class CurrentTerms {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(1);

    private final PolicyCopy copy;
    private final PickupPoints points;
    private volatile @Nullable Loaded loaded;

    /** Inside a service that keeps a copy, in the transaction that took it over: this pickup point is another one now. */
    public record PickupPointChanged(String code) {}

    /** @param atPoints made when they are first asked for */
    private record Loaded(
            ShopTerms terms,
            long changesOfPoints,
            Map<String, PickupPoint> points,
            Map<String, ShopTerms> atPoints,
            long atNanos) {

        Loaded at(long nowNanos) {
            return new Loaded(terms, changesOfPoints, points, atPoints, nowNanos);
        }
    }

    CurrentTerms(PolicyCopy copy, PickupPoints points) {
        this.copy = copy;
        this.points = points;
    }

    /** The terms of the shop as a whole. */
    public ShopTerms get() {
        return loaded().terms();
    }

    /**
     * The terms for an order of this pickup point: its counter has the hours, holidays, closures and telephone of the point.
     *
     * @param code null, or unknown here yet, for those of the shop
     */
    public ShopTerms at(@Nullable String code) {
        Loaded known = loaded();
        PickupPoint point = code == null ? null : known.points().get(code);
        return point == null
                ? known.terms()
                : known.atPoints()
                        .computeIfAbsent(point.code(), any -> known.terms().at(point));
    }

    /** A pickup point as it is now; empty for one that is unknown here. */
    public Optional<PickupPoint> point(@Nullable String code) {
        return code == null
                ? Optional.empty()
                : Optional.ofNullable(loaded().points().get(code));
    }

    private Loaded loaded() {
        Loaded known = loaded;
        long nowNanos = System.nanoTime();
        if (known != null && nowNanos - known.atNanos() < LOOK_AGAIN_AFTER.toNanos()) {
            return known;
        }
        ShopPolicy policy = copy.stored().orElseGet(ShopPolicies::initial);
        long changes = points.changes();
        Loaded now = known != null
                        && known.terms().policy().revision() == policy.revision()
                        && known.changesOfPoints() == changes
                ? known.at(nowNanos)
                : load(policy, changes);
        loaded = now;
        return now;
    }

    private Loaded load(ShopPolicy policy, long changes) {
        Map<String, PickupPoint> byCode =
                points.all().stream().collect(Collectors.toMap(PickupPoint::code, Function.identity()));
        return new Loaded(new ShopTerms(policy), changes, byCode, new ConcurrentHashMap<>(), System.nanoTime());
    }

    /** Takes over a newer policy; an older one than the one in force changes nothing. */
    public void changed(ShopPolicy policy) {
        Optional<ShopPolicy> before = copy.stored();
        if (before.isEmpty() || before.get().revision() < policy.revision()) {
            copy.store(policy);
            loaded = null;
        }
    }

    /**
     * Takes over a newer revision of a pickup point.
     *
     * @return false if it was known: then nothing changed
     */
    public boolean changed(PickupPoint point) {
        boolean changed = points.store(point);
        if (changed) {
            loaded = null;
        }
        return changed;
    }
}
