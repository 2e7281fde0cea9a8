package io.orderjourney.order.inquiries.db;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.PackingCare;
import io.orderjourney.contracts.RepairOutcome;
import io.orderjourney.order.inquiries.Correction;
import io.orderjourney.order.inquiries.Entry;
import io.orderjourney.order.inquiries.Inquiries;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.MailPolicy;
import io.orderjourney.order.inquiries.Repair;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables {@code inquiry} and {@code inquiry_entry}. */
@ApplicationScoped
class JdbcInquiries implements Inquiries {

    /** The condition of the index {@code promise_of_inquiry_owed}: the queue is a stretch of it. */
    private static final String OPEN_REPLY = "p.kind in ('INQUIRY_REPLY', 'PUBLIC_REPLY', 'COMPLAINT_ANSWER',"
            + " 'REPAIR_DIAGNOSIS', 'REPAIR_DONE') and p.kept_at is null and p.withdrawn_at is null";

    /** Who waits for a repair and for an answer stands in the queue once, by what they were promised first. */
    private static final String FIRST_OF_JOURNEY =
            "not exists (select 1 from promise e where e.journey_id = p.journey_id"
                    + " and (e.due_at, e.id) < (p.due_at, p.id) and " + OPEN_REPLY.replace("p.", "e.") + ")";

    private static final String QUEUE = """
            select p.id, p.journey_id, p.due_at from promise p join inquiry i using (journey_id)
            where %s and (p.due_at, p.id) > (?, ?) and (?::text is null or i.desk = ?) and %s
            order by p.due_at, p.id limit ?
            """.formatted(OPEN_REPLY, FIRST_OF_JOURNEY);

    private static final String QUEUE_REVISION = """
            select coalesce(bit_xor(hashtextextended(cast(head.id as text), head.changes)), 0) from (
              select p.id, i.version * 1000 + p.revision as changes
              from promise p join inquiry i using (journey_id)
              where %s order by p.due_at, p.id limit ?) head
            """.formatted(OPEN_REPLY);

    /** More rows than anybody has on a screen. */
    private static final int HEAD_ROWS = 200;

    private static final QueuePosition HEAD = new QueuePosition(Instant.EPOCH, new UUID(0, 0));

    private final Sql sql;

    JdbcInquiries(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public Optional<Inquiry> find(UUID journeyId) {
        return sql.first("select * from inquiry where journey_id = ?", JdbcInquiries::inquiry, journeyId);
    }

    @Override
    public Inquiry getForChange(UUID journeyId) {
        return sql.first("select * from inquiry where journey_id = ? for update", JdbcInquiries::inquiry, journeyId)
                .orElseThrow(() -> new Inquiry.NotFound(journeyId));
    }

    @Override
    public Optional<Inquiry> findByNumber(String number) {
        return sql.first("select * from inquiry where number = ?", JdbcInquiries::inquiry, number);
    }

    @Override
    public List<Inquiry> of(Collection<UUID> journeyIds) {
        return sql.query("select * from inquiry where journey_id = any(?)", JdbcInquiries::inquiry, (Object)
                SqlArray.uuids(journeyIds));
    }

    @Override
    public List<Inquiry> newestOf(Collection<UUID> customerIds, int limit) {
        return sql.query(
                "select * from inquiry where customer_id = any(?) order by journey_id desc limit ?",
                JdbcInquiries::inquiry,
                SqlArray.uuids(customerIds),
                limit);
    }

    @Override
    public List<Inquiry> thread(UUID threadId) {
        return sql.query(
                "select * from inquiry where thread_id = ? order by journey_id", JdbcInquiries::inquiry, threadId);
    }

    @Override
    public List<Waiting> waiting(@Nullable Desk desk, Optional<QueuePosition> after, int limit) {
        QueuePosition from = after.orElse(HEAD);
        String wanted = desk == null ? null : desk.name();
        return sql.query(
                QUEUE,
                row -> new Waiting(
                        row.getObject("journey_id", UUID.class),
                        row.getObject("id", UUID.class),
                        Sql.instant(row, "due_at")),
                from.dueAt(),
                from.promiseId(),
                wanted,
                wanted,
                limit);
    }

    @Override
    public long queueRevision() {
        return sql.number(QUEUE_REVISION, HEAD_ROWS);
    }

    @Override
    public boolean isFormCountReached(Instant since, int countMax) {
        return sql.number(
                        "select count(*) from (select 1 from inquiry where channel = 'WEB_FORM' and received_at > ?"
                                + " limit ?) recent",
                        since,
                        countMax)
                >= countMax;
    }

    @Override
    public String nextNumber() {
        return "Q-" + sql.number("select nextval('inquiry_number')");
    }

    @Override
    public void add(Inquiry inquiry) {
        Repair repair = inquiry.repair();
        sql.update(
                """
                insert into inquiry (journey_id, number, thread_id, customer_id, language, topic, channel, desk,
                  order_journey_id, received_at, answered_at, version, repair_sku, repair_article, repair_workshop,
                  repair_under_warranty)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                inquiry.journeyId(),
                inquiry.number(),
                inquiry.threadId(),
                inquiry.customerId(),
                inquiry.language(),
                inquiry.topic(),
                inquiry.channel(),
                inquiry.desk(),
                inquiry.orderJourneyId(),
                inquiry.receivedAt(),
                inquiry.answeredAt(),
                inquiry.version(),
                repair == null ? null : repair.sku(),
                repair == null ? null : repair.article(),
                repair == null ? null : repair.workshop(),
                repair == null ? null : repair.underWarranty());
    }

    @Override
    public void change(Inquiry inquiry) {
        Repair repair = inquiry.repair();
        RepairOutcome outcome = repair == null ? null : repair.outcome();
        int changed = sql.update(
                "update inquiry set desk = ?, answered_at = ?, version = ?, repair_outcome = ?, repair_reported_at = ?,"
                        + " repair_back_at = ? where journey_id = ?",
                inquiry.desk(),
                inquiry.answeredAt(),
                inquiry.version(),
                outcome == null ? null : outcome.name(),
                repair == null ? null : repair.reportedAt(),
                repair == null ? null : repair.backAt(),
                inquiry.journeyId());
        if (changed != 1) {
            throw new Inquiry.NotFound(inquiry.journeyId());
        }
    }

    @Override
    public void say(Entry entry) {
        Entry.WaitsFor waitsFor = entry.waitsFor();
        InquiryChannel channel = entry.channel();
        sql.update(
                """
                insert into inquiry_entry (id, journey_id, kind, channel, text, written_by, written_at, waits_for,
                  asked_them)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entry.id(),
                entry.journeyId(),
                entry.kind(),
                channel == null ? null : channel.name(),
                entry.text(),
                entry.writtenBy(),
                entry.writtenAt(),
                waitsFor == null ? null : waitsFor.name(),
                entry.askedThem());
    }

    @Override
    public List<Entry> entries(Collection<UUID> journeyIds) {
        return sql.query(
                "select * from inquiry_entry where journey_id = any(?) order by written_at, id",
                JdbcInquiries::entry,
                (Object) SqlArray.uuids(journeyIds));
    }

    @Override
    public List<Entry> replies(Collection<UUID> ids) {
        return sql.query(
                "select * from inquiry_entry where id = any(?) and kind in ('INTERIM', 'FINAL')",
                JdbcInquiries::entry,
                (Object) SqlArray.uuids(ids));
    }

    @Override
    public List<Correction> corrections(UUID journeyId) {
        return sql.query(
                "select * from inquiry_correction where journey_id = ? order by promised_at, id",
                row -> new Correction(
                        row.getObject("id", UUID.class),
                        row.getObject("journey_id", UUID.class),
                        PackingCare.valueOf(row.getString("care")),
                        row.getString("promised_by"),
                        Sql.instant(row, "promised_at"),
                        row.getObject("order_journey_id", UUID.class),
                        Sql.instantOrNull(row, "made_at")),
                journeyId);
    }

    @Override
    public void promise(Correction correction) {
        sql.update(
                "insert into inquiry_correction (id, journey_id, care, promised_by, promised_at) values (?, ?, ?, ?, ?)",
                correction.id(),
                correction.journeyId(),
                correction.care(),
                correction.promisedBy(),
                correction.promisedAt());
    }

    @Override
    public void made(UUID correctionId, UUID orderId, Instant at) {
        sql.update(
                "update inquiry_correction set order_journey_id = ?, made_at = ? where id = ? and made_at is null",
                orderId,
                at,
                correctionId);
    }

    @Override
    public List<UUID> eraseEntries(UUID customerId) {
        return sql.query(
                "delete from inquiry_entry where journey_id in (select journey_id from inquiry where customer_id = ?)"
                        + " returning id",
                row -> row.getObject("id", UUID.class),
                customerId);
    }

    @Override
    public boolean isTaken(UUID mailKey) {
        return sql.isTrue("select exists (select 1 from inbound_mail where mail_key = ?)", mailKey);
    }

    @Override
    public void taken(
            UUID mailKey, String messageId, MailPolicy.Verdict verdict, @Nullable UUID journeyId, Instant at) {
        sql.update(
                "insert into inbound_mail (mail_key, message_id, verdict, journey_id, taken_at) values (?, ?, ?, ?, ?)",
                mailKey,
                messageId,
                verdict,
                journeyId,
                at);
    }

    @Override
    public void sent(UUID messageId, UUID journeyId) {
        sql.update(
                "insert into sent_message (message_id, journey_id) values (?, ?) on conflict do nothing",
                messageId,
                journeyId);
    }

    @Override
    public Optional<UUID> journeyOfMessage(UUID messageId) {
        return sql.first(
                "select journey_id from sent_message where message_id = ?",
                row -> row.getObject("journey_id", UUID.class),
                messageId);
    }

    private static Inquiry inquiry(ResultSet row) throws SQLException {
        return new Inquiry(
                row.getObject("journey_id", UUID.class),
                row.getString("number"),
                row.getObject("thread_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("language"),
                row.getString("topic"),
                InquiryChannel.valueOf(row.getString("channel")),
                Desk.valueOf(row.getString("desk")),
                row.getObject("order_journey_id", UUID.class),
                Sql.instant(row, "received_at"),
                Sql.instantOrNull(row, "answered_at"),
                repair(row),
                row.getLong("version"));
    }

    private static @Nullable Repair repair(ResultSet row) throws SQLException {
        String workshop = row.getString("repair_workshop");
        String outcome = row.getString("repair_outcome");
        return workshop == null
                ? null
                : new Repair(
                        row.getString("repair_sku"),
                        row.getString("repair_article"),
                        workshop,
                        row.getBoolean("repair_under_warranty"),
                        outcome == null ? null : RepairOutcome.valueOf(outcome),
                        Sql.instantOrNull(row, "repair_reported_at"),
                        Sql.instantOrNull(row, "repair_back_at"));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        String waitsFor = row.getString("waits_for");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("journey_id", UUID.class),
                Entry.Kind.valueOf(row.getString("kind")),
                channel == null ? null : InquiryChannel.valueOf(channel),
                row.getString("text"),
                row.getString("written_by"),
                Sql.instant(row, "written_at"),
                waitsFor == null ? null : Entry.WaitsFor.valueOf(waitsFor),
                row.getString("asked_them"));
    }
}
