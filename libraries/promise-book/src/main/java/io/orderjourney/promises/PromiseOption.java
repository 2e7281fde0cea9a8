package io.orderjourney.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may be promised now.
 *
 * @param windowStartAt start of the window, with precision WINDOW; with the offset of the shop's zone, like dueAt
 * @param told the words for the customer
 * @param offer a signed token with which another service can accept it; absent where no service but the owner needs it
 */
public record PromiseOption(
        PromiseKind kind,
        Desk desk,
        Precision precision,
        @Nullable OffsetDateTime windowStartAt,
        OffsetDateTime dueAt,
        String told,
        @Nullable String offer) {

    /** A granted date as an option. */
    public static PromiseOption of(
            PromiseKind kind, GrantedDate date, ShopTerms terms, String language, @Nullable String offer) {
        var windowStartAt = date.windowStartAt();
        return new PromiseOption(
                kind,
                terms.kind(kind).desk(),
                date.precision(),
                windowStartAt == null
                        ? null
                        : windowStartAt.atZone(terms.zone()).toOffsetDateTime(),
                date.dueAt().atZone(terms.zone()).toOffsetDateTime(),
                Wording.told(kind, date, terms.zone(), language),
                offer);
    }
}
