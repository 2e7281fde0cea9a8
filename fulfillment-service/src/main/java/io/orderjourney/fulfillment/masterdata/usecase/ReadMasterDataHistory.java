package io.orderjourney.fulfillment.masterdata.usecase;

import io.orderjourney.fulfillment.masterdata.MasterDataHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The changes of the shop's own data, some at a time. */
@ApplicationScoped
public class ReadMasterDataHistory {

    static final int PAGE = 50;

    private final MasterDataHistory history;

    ReadMasterDataHistory(MasterDataHistory history) {
        this.history = history;
    }

    /**
     * Some changes.
     *
     * @param goesOnBefore where the earlier ones begin; null if there are none
     */
    public record Part(
            List<MasterDataHistory.Entry> entries, @Nullable Long goesOnBefore) {}

    /**
     * The latest changes first.
     *
     * @param before where an earlier part ended; null for the beginning
     */
    @Transactional
    public Part part(@Nullable Long before) {
        List<MasterDataHistory.Past> found = history.before(before == null ? Long.MAX_VALUE : before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<MasterDataHistory.Past> shown = more ? found.subList(0, PAGE) : found;
        return new Part(
                shown.stream().map(MasterDataHistory.Past::entry).toList(),
                more ? shown.get(shown.size() - 1).position() : null);
    }
}
