package io.orderjourney.notification.messages.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that answers each command as it was told to; a real one cannot be made to refuse everything. */
final class ScriptedMailServer implements AutoCloseable {

    /** Instead of a reply: nothing, and the line stays open. */
    static final String SILENCE = "SILENCE";

    /** Instead of a reply: the line is closed. */
    static final String HANGS_UP = "HANGS_UP";

    private static final String GREETING = "GREETING";
    private static final String END_OF_DATA = ".";

    private final Map<String, String> replies = new ConcurrentHashMap<>(Map.of(
            GREETING,
            "220 here",
            "EHLO",
            "250-here\n250 SMTPUTF8",
            "MAIL",
            "250 go on",
            "RCPT",
            "250 go on",
            "DATA",
            "354 go on",
            END_OF_DATA,
            "250 taken",
            "NOOP",
            "250 here",
            "QUIT",
            "221 goodbye"));
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> receivedEncrypted = new CopyOnWriteArrayList<>();
    private final List<Socket> lines = new CopyOnWriteArrayList<>();
    private final ServerSocket listener;
    private final @Nullable SSLContext tls;
    private final boolean fromTheFirstByte;

    /** A server on a line that everybody can read. */
    ScriptedMailServer() {
        this(null, false);
    }

    /**
     * @param tls with what it secures the line
     * @param fromTheFirstByte rather than when it is asked to (STARTTLS)
     */
    ScriptedMailServer(@Nullable SSLContext tls, boolean fromTheFirstByte) {
        this.tls = tls;
        this.fromTheFirstByte = fromTheFirstByte;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        start(this::accept);
    }

    /** @param command its verb; GREETING for the first words, "." for the end of a mail */
    ScriptedMailServer answers(String command, String reply) {
        replies.put(command, reply);
        return this;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Every command and every line of a mail that everybody could read. */
    List<String> received() {
        return received;
    }

    /** How many lines were opened to it. */
    int lines() {
        return lines.size();
    }

    /** Breaks every line that is open. */
    void hangUp() {
        try {
            for (Socket line : lines) {
                line.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Every command and every line of a mail on a secured line. */
    List<String> receivedEncrypted() {
        return receivedEncrypted;
    }

    @Override
    public void close() {
        try {
            listener.close();
            hangUp();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket line = listener.accept();
                lines.add(line);
                start(() -> talk(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket line) {
        try (line) {
            if (fromTheFirstByte) {
                talk(secured(line), true);
            } else if (talk(line, true)) {
                talk(secured(line), false);
            }
        } catch (IOException gone) {
            // The client went away.
        }
    }

    /** @return whether the line is to be secured, and the dialogue goes on */
    private boolean talk(Socket line, boolean greets) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = line.getOutputStream();
        boolean goesOn = !greets || reply(out, GREETING);
        boolean inMail = false;
        String said = goesOn ? in.readLine() : null;
        while (said != null) {
            (line instanceof SSLSocket ? receivedEncrypted : received).add(said);
            String command = said.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            if (!inMail || command.equals(END_OF_DATA)) {
                if (!reply(out, command)) {
                    return false;
                }
                if (command.equals("STARTTLS")) {
                    return tls != null;
                }
                inMail = command.equals("DATA") && reply("DATA").startsWith("354");
            }
            said = in.readLine();
        }
        return false;
    }

    private String reply(String command) {
        return replies.getOrDefault(command, "502 unknown");
    }

    private Socket secured(Socket line) throws IOException {
        SSLSocket secured = (SSLSocket)
                Objects.requireNonNull(tls).getSocketFactory().createSocket(line, null, line.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    /** @return false if the line is to be closed */
    private boolean reply(OutputStream out, String command) throws IOException {
        String reply = reply(command);
        if (reply.equals(HANGS_UP)) {
            return false;
        }
        if (!reply.equals(SILENCE)) {
            out.write((reply.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        return true;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }
}
