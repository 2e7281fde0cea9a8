package io.orderjourney.notification.ledger.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.notification.ledger.LedgerStatus;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.ledger.usecase.ReadLedger.LedgerEntry;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A promise as desks and managers see it; times carry the offset of the shop's zone. */
public record LedgerView(
        UUID id,
        UUID journeyId,
        @Nullable String orderNumber,
        PromiseKind kind,
        Desk desk,
        @Nullable String partner,
        String owner,
        String told,
        OffsetDateTime firstPromisedAt,
        OffsetDateTime dueAt,
        @Nullable OffsetDateTime windowStartAt,
        int revision,
        Outlook outlook,
        LedgerStatus ledgerStatus,
        @Nullable OffsetDateTime expectedAt,
        @Nullable RiskCause cause,
        @Nullable Long slackMinutes,
        @Nullable String risk,
        @Nullable OffsetDateTime keptAt,
        @Nullable String evidence,
        @Nullable OffsetDateTime withdrawnAt,
        List<DateView> dates) {

    /** One promised date. */
    public record DateView(
            int revision,
            OffsetDateTime dueAt,
            @Nullable ReasonCode reason,
            String decidedBy,
            OffsetDateTime promisedAt,
            @Nullable OffsetDateTime deliveredAt,
            @Nullable OffsetDateTime missedAt) {}

    static LedgerView of(LedgerEntry entry, ZoneId zone) {
        Promise promise = entry.promise();
        Duration slack = entry.slack();
        return new LedgerView(
                promise.id(),
                promise.journeyId(),
                entry.orderNumber(),
                promise.kind(),
                promise.desk(),
                promise.partner(),
                promise.owner(),
                promise.told(),
                promise.firstPromisedAt().atZone(zone).toOffsetDateTime(),
                promise.dueAt().atZone(zone).toOffsetDateTime(),
                local(promise.windowStartAt(), zone),
                promise.revision(),
                entry.outlook(),
                entry.status(),
                local(entry.expectedAt(), zone),
                entry.cause(),
                slack == null ? null : slack.toMinutes(),
                entry.risk(),
                local(promise.keptAt(), zone),
                promise.evidence(),
                local(promise.withdrawnAt(), zone),
                entry.dates().stream().map(date -> date(date, zone)).toList());
    }

    private static DateView date(PromisedDate date, ZoneId zone) {
        return new DateView(
                date.revision(),
                date.dueAt().atZone(zone).toOffsetDateTime(),
                date.reason(),
                date.decidedBy(),
                date.promisedAt().atZone(zone).toOffsetDateTime(),
                local(date.deliveredAt(), zone),
                local(date.missedAt(), zone));
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : at.atZone(zone).toOffsetDateTime();
    }
}
