package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.promises.ShopPolicies;
import io.orderjourney.promises.ShopTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The terms in force: the shop's policy as last published, or the one that ships with the product. Several replicas share
 * one stored copy, so each looks at it again after a moment.
 */
@ApplicationScoped
public class CurrentTerms {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(1);

    private final PolicyCopy copy;
    private volatile @Nullable Loaded loaded;

    private record Loaded(ShopTerms terms, long atNanos) {}

    CurrentTerms(PolicyCopy copy) {
        this.copy = copy;
    }

    public ShopTerms get() {
        Loaded known = loaded;
        long nowNanos = System.nanoTime();
        if (known != null && nowNanos - known.atNanos() < LOOK_AGAIN_AFTER.toNanos()) {
            return known.terms();
        }
        ShopPolicy policy = copy.stored().orElseGet(ShopPolicies::initial);
        ShopTerms terms = known != null && known.terms().policy().revision() == policy.revision()
                ? known.terms()
                : new ShopTerms(policy);
        loaded = new Loaded(terms, nowNanos);
        return terms;
    }

    /** Takes over a newer policy; an older one than the one in force changes nothing. */
    public void changed(ShopPolicy policy) {
        Optional<ShopPolicy> before = copy.stored();
        if (before.isEmpty() || before.get().revision() < policy.revision()) {
            copy.store(policy);
            loaded = null;
        }
    }
}
