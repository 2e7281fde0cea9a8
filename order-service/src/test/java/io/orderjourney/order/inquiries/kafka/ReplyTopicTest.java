package io.orderjourney.order.inquiries.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.state.ReplyText;
import io.orderjourney.order.inquiries.Correction;
import io.orderjourney.order.inquiries.Entry;
import io.orderjourney.order.inquiries.Inquiries;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.MailPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplyTopicTest {

    private static final Instant MONDAY = Instant.parse("2026-01-12T09:00:00Z");
    private static final UUID JOURNEY = UUID.randomUUID();
    private static final UUID CUSTOMER = UUID.randomUUID();

    private final FakeInquiries inquiries = new FakeInquiries();
    private final ReplyTopic topic = new ReplyTopic(inquiries);

    private UUID says(Entry.Kind kind, String text) {
        UUID id = UUID.randomUUID();
        inquiries.say(new Entry(id, JOURNEY, kind, null, text, "care:olga", MONDAY, null, null));
        return id;
    }

    @Test
    void an_answer_and_an_interim_reply_are_told_apart() {
        UUID answer = says(Entry.Kind.FINAL, "W piątek.");
        UUID interim = says(Entry.Kind.INTERIM, "Pytamy hurtownię.");

        assertThat(topic.current(List.of(answer.toString(), interim.toString())))
                .isEqualTo(Map.of(
                        answer.toString(),
                        new ReplyText(answer, JOURNEY, CUSTOMER, NoticeSubject.INQUIRY_ANSWERED, "W piątek."),
                        interim.toString(),
                        new ReplyText(interim, JOURNEY, CUSTOMER, NoticeSubject.INQUIRY_UPDATE, "Pytamy hurtownię.")));
    }

    @Test
    void an_erased_reply_is_gone() {
        UUID answer = says(Entry.Kind.FINAL, "W piątek.");

        assertThat(inquiries.eraseEntries(CUSTOMER)).containsExactly(answer);

        assertThat(topic.current(List.of(answer.toString()))).isEmpty();
    }

    @Test
    void what_the_customer_wrote_what_is_internal_and_what_was_erased_is_not_published() {
        UUID asked = says(Entry.Kind.CUSTOMER, "Kiedy?");
        UUID handedOver = says(Entry.Kind.HANDED_OVER, "SALES");

        assertThat(topic.current(List.of(
                        asked.toString(),
                        handedOver.toString(),
                        UUID.randomUUID().toString())))
                .isEmpty();
    }

    /** One inquiry and what was said in it. */
    private static final class FakeInquiries implements Inquiries {

        private final List<Entry> said = new ArrayList<>();

        private final Inquiry one = new Inquiry(
                JOURNEY,
                "Q-100007",
                JOURNEY,
                CUSTOMER,
                "pl",
                "STOCK",
                InquiryChannel.EMAIL,
                Desk.SALES,
                null,
                MONDAY,
                null,
                null,
                1);

        @Override
        public Optional<Inquiry> find(UUID journeyId) {
            return of(List.of(journeyId)).stream().findFirst();
        }

        @Override
        public Inquiry getForChange(UUID journeyId) {
            return find(journeyId).orElseThrow(() -> new Inquiry.NotFound(journeyId));
        }

        @Override
        public Optional<Inquiry> findByNumber(String number) {
            return one.number().equals(number) ? Optional.of(one) : Optional.empty();
        }

        @Override
        public List<Inquiry> of(Collection<UUID> journeyIds) {
            return journeyIds.contains(JOURNEY) ? List.of(one) : List.of();
        }

        @Override
        public List<Inquiry> newestOf(Collection<UUID> customerIds, int limit) {
            return customerIds.contains(CUSTOMER) ? List.of(one) : List.of();
        }

        @Override
        public List<Inquiry> thread(UUID threadId) {
            return of(List.of(threadId));
        }

        @Override
        public List<Waiting> waiting(@Nullable Desk desk, Optional<QueuePosition> after, int limit) {
            return List.of();
        }

        @Override
        public long queueRevision() {
            return one.version();
        }

        @Override
        public boolean isFormCountReached(Instant since, int countMax) {
            return false;
        }

        @Override
        public String nextNumber() {
            return "Q-100008";
        }

        @Override
        public void add(Inquiry inquiry) {
            throw new UnsupportedOperationException("There is one already");
        }

        @Override
        public void change(Inquiry inquiry) {
            throw new UnsupportedOperationException("It stays as it is");
        }

        @Override
        public void say(Entry entry) {
            said.add(entry);
        }

        @Override
        public List<Entry> entries(Collection<UUID> journeyIds) {
            return said;
        }

        @Override
        public List<Entry> replies(Collection<UUID> ids) {
            return said.stream()
                    .filter(entry -> ids.contains(entry.id())
                            && (entry.kind() == Entry.Kind.FINAL || entry.kind() == Entry.Kind.INTERIM))
                    .toList();
        }

        @Override
        public List<UUID> eraseEntries(UUID customerId) {
            List<UUID> erased = said.stream().map(Entry::id).toList();
            said.clear();
            return erased;
        }

        @Override
        public boolean isTaken(UUID mailKey) {
            return false;
        }

        @Override
        public void taken(
                UUID mailKey, String messageId, MailPolicy.Verdict verdict, @Nullable UUID journeyId, Instant at) {
            throw new UnsupportedOperationException("No mail comes in");
        }

        @Override
        public List<Correction> corrections(UUID journeyId) {
            return List.of();
        }

        @Override
        public void promise(Correction correction) {
            throw new UnsupportedOperationException("Nothing is promised");
        }

        @Override
        public void made(UUID correctionId, UUID orderId, Instant at) {
            throw new UnsupportedOperationException("Nothing is promised");
        }

        @Override
        public void sent(UUID messageId, UUID journeyId) {
            throw new UnsupportedOperationException("No message leaves");
        }

        @Override
        public Optional<UUID> journeyOfMessage(UUID messageId) {
            return Optional.empty();
        }
    }
}
