package io.orderjourney.order.nextword.db;

import io.orderjourney.order.nextword.EarlyNotice;
import io.orderjourney.order.nextword.EarlyNotices;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Early notices in their table, where they stay until the word is given. */
@ApplicationScoped
class PanacheEarlyNotices implements EarlyNotices {

    private final EarlyNoticeRows rows;

    PanacheEarlyNotices(EarlyNoticeRows rows) {
        this.rows = rows;
    }

    @Override
    public void add(UUID journeyId, EarlyNotice notice) {
        EarlyNoticeRow.Key key = new EarlyNoticeRow.Key(journeyId, notice.noticeId());
        if (rows.findByIdOptional(key).isEmpty()) {
            EarlyNoticeRow row = new EarlyNoticeRow();
            row.journeyId = journeyId;
            row.noticeId = notice.noticeId();
            row.handedOverAt = notice.handedOverAt();
            rows.persist(row);
        }
    }

    @Override
    public List<EarlyNotice> of(UUID journeyId) {
        return rows.list("journeyId = ?1 order by handedOverAt, noticeId", journeyId).stream()
                .map(EarlyNoticeRow::toNotice)
                .toList();
    }

    @Override
    public void forget(UUID journeyId) {
        rows.delete("journeyId", journeyId);
    }
}
