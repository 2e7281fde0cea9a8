package io.orderjourney.benchmarks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of one path.
 *
 * @param path its letter and what it is
 * @param goal what is asked for, in words
 * @param product what the product did
 * @param peer what it is compared with; null if it stands alone
 * @param figures what else was measured, by name
 * @param remarks what was asserted, and what limits the result
 */
public record PathResult(
        String path,
        String goal,
        Measure product,
        @Nullable Measure peer,
        Map<String, String> figures,
        List<String> remarks) {

    /** The product's rate by the peer's; null without one. */
    @Nullable
    Ratio ratio() {
        return peer == null ? null : Ratio.of(product.rates(), peer.rates());
    }
}
