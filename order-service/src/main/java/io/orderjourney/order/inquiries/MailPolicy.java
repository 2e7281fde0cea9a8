package io.orderjourney.order.inquiries;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What becomes of a mail that came in. A machine's mail is written down and never answered, because two machines that answer
 * each other do not stop; what cannot be read is kept aside for a person. Nothing is thrown away.
 */
public final class MailPolicy {

    /** What is done with a mail. */
    public enum Verdict {
        /** A person wrote it: it is an inquiry. */
        INQUIRY,
        /** It is our own, come back. */
        LOOP,
        /** It tells that a mail of ours did not arrive. */
        BOUNCE,
        /** A machine answers in place of a person who is away. */
        AUTO_REPLY,
        /** It went to many: a newsletter, a list. */
        BULK,
        /** There is no address to answer to. */
        NO_SENDER,
        /** There is nothing to read in it. */
        NO_TEXT,
        /** It is larger than the shop reads. */
        TOO_LARGE,
        /** Its parts cannot be told from each other. */
        UNREADABLE;

        /** Whether a person has to look at it. */
        public boolean isKeptAside() {
            return this == NO_SENDER || this == NO_TEXT || this == TOO_LARGE || this == UNREADABLE || this == BULK;
        }
    }

    private static final Set<String> MACHINES = Set.of("mailer-daemon", "postmaster", "mail-daemon");

    private static final Pattern NO_REPLY = Pattern.compile("(?:do[-_.]?not|no)[-_.]?reply.*");

    private static final Pattern AWAY = Pattern.compile("(?iu)^\\s*(?:(?:re|odp|aw|vs|ha|отв|auto)\\s*:\\s*)*(?:"
            + "auto(?:matic)?[- ]?(?:reply|response|answer)|out of (?:the )?office|away from|on vacation|autoreply"
            + "|(?:auto|automatyczna )odpowied(?:ź|z)|odpowied(?:ź|z) automatyczna|poza biurem|nieobecno(?:ść|sc)|jestem na urlopie"
            + "|samodejni odgovor|odsotnost|odsoten|odsotna|na dopustu"
            + "|автоответ|автоматический ответ|(?:я )?в отпуске|отсутству)");

    private static final Pattern UNDELIVERED = Pattern.compile(
            "(?iu)^\\s*(?:"
                    + "undeliver|delivery (?:status|failure|has failed)|returned mail|mail delivery|failure notice|message not delivered"
                    + "|nie (?:można )?dostarczono|niedostarczon|zwrot wiadomości|sporočila? ni bilo mogoče dostaviti|недоставлен|не доставлено)");

    private MailPolicy() {}

    /**
     * What to do with a mail that could be read.
     *
     * @param ours the addresses of the shop, in small letters
     */
    public static Verdict judge(InboundMail mail, Set<String> ours) {
        String from = mail.from() == null ? "" : mail.from().toLowerCase(Locale.ROOT);
        String local = from.contains("@") ? from.substring(0, from.indexOf('@')) : from;
        if (ours.contains(from) || !mail.header("x-order-journey").isEmpty()) {
            return Verdict.LOOP;
        }
        if (isBounce(mail, local)) {
            return Verdict.BOUNCE;
        }
        if (isAutomatic(mail)) {
            return Verdict.AUTO_REPLY;
        }
        if (isBulk(mail)) {
            return Verdict.BULK;
        }
        if (from.isEmpty() || NO_REPLY.matcher(local).matches()) {
            return Verdict.NO_SENDER;
        }
        return mail.text().isBlank() && mail.subject().isBlank() ? Verdict.NO_TEXT : Verdict.INQUIRY;
    }

    private static boolean isBounce(InboundMail mail, String local) {
        String returnPath = mail.header("return-path").strip();
        String type = mail.header("content-type").toLowerCase(Locale.ROOT);
        return returnPath.equals("<>")
                || MACHINES.contains(local)
                || type.startsWith("multipart/report")
                || !mail.header("x-failed-recipients").isEmpty()
                || UNDELIVERED.matcher(mail.subject()).find();
    }

    private static boolean isAutomatic(InboundMail mail) {
        String submitted = mail.header("auto-submitted").strip().toLowerCase(Locale.ROOT);
        String precedence = mail.header("precedence").strip().toLowerCase(Locale.ROOT);
        return (!submitted.isEmpty() && !submitted.equals("no"))
                || precedence.equals("auto_reply")
                || !mail.header("x-autoreply").isEmpty()
                || !mail.header("x-autorespond").isEmpty()
                || !mail.header("x-auto-reply-from").isEmpty()
                || AWAY.matcher(mail.subject()).find();
    }

    private static boolean isBulk(InboundMail mail) {
        String precedence = mail.header("precedence").strip().toLowerCase(Locale.ROOT);
        return List.of("bulk", "list", "junk").contains(precedence)
                || !mail.header("list-id").isEmpty()
                || !mail.header("list-unsubscribe").isEmpty();
    }
}
