package io.orderjourney.notification.watch.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.notification.watch.Ledger;
import io.orderjourney.notification.watch.LedgerEntry;
import io.orderjourney.notification.watch.SaidDate;
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
        Ledger ledger,
        @Nullable OffsetDateTime expectedAt,
        @Nullable RiskCause cause,
        @Nullable Long slackMinutes,
        @Nullable OffsetDateTime keptAt,
        @Nullable String evidence,
        @Nullable OffsetDateTime withdrawnAt,
        List<DateSaid> said) {

    /** One date that was said. */
    public record DateSaid(
            int revision,
            OffsetDateTime dueAt,
            @Nullable ReasonCode reason,
            String decidedBy,
            OffsetDateTime saidAt,
            @Nullable OffsetDateTime handedOverAt,
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
                entry.ledger(),
                local(entry.expectedAt(), zone),
                entry.cause(),
                slack == null ? null : slack.toMinutes(),
                local(promise.keptAt(), zone),
                promise.evidence(),
                local(promise.withdrawnAt(), zone),
                entry.said().stream().map(date -> said(date, zone)).toList());
    }

    private static DateSaid said(SaidDate date, ZoneId zone) {
        return new DateSaid(
                date.revision(),
                date.dueAt().atZone(zone).toOffsetDateTime(),
                date.reason(),
                date.decidedBy(),
                date.saidAt().atZone(zone).toOffsetDateTime(),
                local(date.handedOverAt(), zone),
                local(date.missedAt(), zone));
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : at.atZone(zone).toOffsetDateTime();
    }
}
