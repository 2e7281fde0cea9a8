package io.orderjourney.stack.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.stack.servers.Trees;
import jakarta.mail.MessagingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {

    @TempDir
    Path folder;

    @Test
    void a_message_reads_as_its_recipient_sees_it() throws Exception {
        try (MailCatcher mail = MailCatcher.start(0, folder)) {
            TestMail.send(
                    mail.port(), "marek@example.com", "Twój telefon będzie później", "Przepraszamy: środa, 14:00.");

            assertThat(all(mail)).singleElement().satisfies(message -> {
                assertThat(message.id()).isEqualTo(1);
                assertThat(message.to()).containsExactly("marek@example.com");
                assertThat(message.subject()).isEqualTo("Twój telefon będzie później");
                assertThat(message.text()).contains("Przepraszamy: środa, 14:00.");
                assertThat(message.html()).contains("<p>");
                assertThat(message.messageId()).isNotBlank();
            });
        }
    }

    @Test
    void messages_can_be_asked_for_by_recipient() throws Exception {
        try (MailCatcher mail = MailCatcher.start(0, folder)) {
            TestMail.send(mail.port(), "marek@example.com", "one", "1");
            TestMail.send(mail.port(), "anna@example.com", "two", "2");

            assertThat(mail.messagesAfter(0, "Anna@example.com", 10))
                    .extracting(CaughtMail::subject)
                    .containsExactly("two");
            assertThat(all(mail)).hasSize(2);
        }
    }

    @Test
    void messages_to_several_recipients_are_each_listed_once_however_often_somebody_looks() throws Exception {
        List<String> sent = new ArrayList<>();
        try (MailCatcher mail = MailCatcher.start(0, folder)) {
            for (int round = 1; round <= 3; round++) {
                for (String who : List.of("zofia", "anna", "marek")) {
                    String subject = who + " " + round;
                    TestMail.send(mail.port(), who + "@example.com", subject, subject);
                    sent.add(subject);
                    assertThat(all(mail)).extracting(CaughtMail::subject).containsExactlyElementsOf(sent);
                }
            }
        }
    }

    @Test
    void messages_are_kept_for_the_next_run() throws Exception {
        try (MailCatcher mail = MailCatcher.start(0, folder)) {
            TestMail.send(mail.port(), "marek@example.com", "one", "1");
        }

        try (MailCatcher mail = MailCatcher.start(0, folder)) {
            TestMail.send(mail.port(), "marek@example.com", "two", "2");

            assertThat(all(mail)).extracting(CaughtMail::subject).containsExactly("one", "two");
            assertThat(all(mail)).extracting(CaughtMail::id).containsExactly(1L, 2L);
        }
    }

    @Test
    void a_message_is_on_the_disk_when_its_sender_hears_250() throws Exception {
        try (MailCatcher mail = MailCatcher.start(0, folder)) {
            TestMail.send(mail.port(), "marek@example.com", "one", "1");

            assertThat(Files.readString(folder.resolve("000001.eml"))).contains("Subject: one");
        }
    }

    @Test
    void a_message_that_cannot_be_written_stays_with_its_sender() throws Exception {
        try (MailCatcher mail = MailCatcher.start(0, folder)) {
            Files.createDirectories(folder.resolve("000001.eml.new/in-the-way"));
            assertThatThrownBy(() -> TestMail.send(mail.port(), "marek@example.com", "one", "1"))
                    .isInstanceOf(MessagingException.class);
            Trees.delete(folder.resolve("000001.eml.new"));
            TestMail.send(mail.port(), "marek@example.com", "one", "1");

            assertThat(all(mail)).extracting(CaughtMail::id).containsExactly(1L);
        }
    }

    @Test
    void a_message_to_two_recipients_is_one_message() throws Exception {
        try (MailCatcher mail = MailCatcher.start(0, folder)) {
            TestMail.send(mail.port(), "marek@example.com,anna@example.com", "one", "1");

            assertThat(all(mail)).hasSize(1);
            assertThat(mail.messagesAfter(0, "anna@example.com", 10)).hasSize(1);
        }
    }

    @Test
    void memory_holds_only_the_messages_that_were_looked_at_last() throws Exception {
        MailStore store = MailStore.in(folder);
        for (int n = 1; n <= 5 * MailStore.CACHE_MAX; n++) {
            store.keep(TestMail.message("marek@example.com", "mail " + n, "x".repeat(1000)));
        }
        assertThat(store.cached()).isZero();

        for (long after = 0; after < store.count(); after += 50) {
            assertThat(store.after(after, null, 50)).isNotEmpty();
        }

        assertThat(store.count()).isEqualTo(5L * MailStore.CACHE_MAX);
        assertThat(store.cached()).isEqualTo(MailStore.CACHE_MAX);
    }

    @Test
    void a_page_holds_as_many_as_were_asked_for_in_both_directions() throws Exception {
        MailStore store = MailStore.in(folder);
        for (int n = 1; n <= 6; n++) {
            store.keep(TestMail.message(n % 2 == 0 ? "marek@example.com" : "anna@example.com", "mail " + n, "text"));
        }

        assertThat(store.after(2, null, 3)).extracting(CaughtMail::id).containsExactly(3L, 4L, 5L);
        assertThat(store.after(2, "marek@example.com", 3))
                .extracting(CaughtMail::id)
                .containsExactly(4L, 6L);
        assertThat(store.before(Long.MAX_VALUE, null, 2))
                .extracting(CaughtMail::id)
                .containsExactly(6L, 5L);
        assertThat(store.before(5, "anna@example.com", 2))
                .extracting(CaughtMail::id)
                .containsExactly(3L, 1L);
    }

    @Test
    void an_index_that_lost_its_last_lines_or_all_of_them_is_completed() throws Exception {
        MailStore.in(folder).keep(TestMail.message("marek@example.com", "one", "1"));
        MailStore.in(folder).keep(TestMail.message("anna@example.com", "two", "2"));
        Path index = folder.resolve("recipients.txt");
        String whole = Files.readString(index);

        for (String left :
                List.of("", whole.substring(0, whole.indexOf('\n') + 1), whole.substring(0, 5), whole + whole)) {
            Files.writeString(index, left);
            assertThat(MailStore.in(folder).after(0, "anna@example.com", 10))
                    .extracting(CaughtMail::subject)
                    .containsExactly("two");
            assertThat(Files.readString(index)).isEqualTo(whole);
        }
    }

    private static List<CaughtMail> all(MailCatcher mail) {
        return mail.messagesAfter(0, null, Integer.MAX_VALUE);
    }
}
