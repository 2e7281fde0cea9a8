package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.promises.ShopPolicies;
import io.orderjourney.promises.ShopTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The terms in force: the shop's policy as last published, or the one that ships with the product. */
@ApplicationScoped
public class CurrentTerms {

    private final PolicyCopy copy;
    private volatile @Nullable ShopTerms terms;

    CurrentTerms(PolicyCopy copy) {
        this.copy = copy;
    }

    public ShopTerms get() {
        ShopTerms known = terms;
        if (known == null) {
            known = new ShopTerms(copy.stored().orElseGet(ShopPolicies::initial));
            terms = known;
        }
        return known;
    }

    /** Takes over a newer policy; an older one than the one in force changes nothing. */
    public void changed(ShopPolicy policy) {
        Optional<ShopPolicy> before = copy.stored();
        if (before.isEmpty() || before.get().revision() < policy.revision()) {
            copy.store(policy);
            // Read again at the next use: this transaction may still roll back.
            terms = null;
        }
    }
}
