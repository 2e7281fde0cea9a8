package io.orderjourney.order.nextword.db;

import io.orderjourney.order.nextword.EarlyNotice;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code early_notice}. */
@Entity
@Table(name = "early_notice")
@IdClass(EarlyNoticeRow.Key.class)
class EarlyNoticeRow {

    /** Journey and notice. */
    record Key(UUID journeyId, UUID noticeId) implements Serializable {}

    @Id
    @Column(name = "journey_id")
    UUID journeyId;

    @Id
    @Column(name = "notice_id")
    UUID noticeId;

    @Column(name = "handed_over_at")
    Instant handedOverAt;

    EarlyNotice toNotice() {
        return new EarlyNotice(noticeId, handedOverAt);
    }
}
