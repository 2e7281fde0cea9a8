package io.orderjourney.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands between the service and the mail server, and lets happen what happens to mail. */
final class SmtpGate implements AutoCloseable {

    /** What the gate does with a dialogue. */
    enum Mode {
        PASS,
        /** Asks to come again, as a server does that greylists. */
        BUSY,
        /** Knows no such recipient. */
        REFUSE,
        /** Delivers the mail, and closes the connection before the reply. */
        CUT_AFTER_DATA
    }

    private final int serverPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile Mode mode = Mode.PASS;
    private volatile @Nullable ServerSocket listener;

    SmtpGate(int serverPort) {
        this.serverPort = serverPort;
        this.port = open(0);
    }

    int port() {
        return port;
    }

    void mode(Mode wanted) {
        mode = wanted;
    }

    /** Closes the port. */
    void down() {
        try {
            ServerSocket closing = listener;
            listener = null;
            if (closing != null) {
                closing.close();
            }
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void up() {
        if (listener == null) {
            open(port);
        }
    }

    @Override
    public void close() {
        down();
    }

    private int open(int wanted) {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            listener = opened;
            Thread thread = new Thread(() -> accept(opened), "smtp-gate");
            thread.setDaemon(true);
            thread.start();
            return opened.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket client = opened.accept();
                Thread thread = new Thread(() -> talk(client), "smtp-dialogue");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            open.add(client);
            BufferedReader fromClient = reader(client);
            BufferedReader fromServer = reader(server);
            OutputStream toClient = client.getOutputStream();
            OutputStream toServer = server.getOutputStream();
            reply(fromServer, toClient);
            for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                if (line.startsWith("RCPT") && (mode == Mode.BUSY || mode == Mode.REFUSE)) {
                    write(toClient, mode == Mode.BUSY ? "451 4.7.1 come again" : "550 5.1.1 no such user");
                    continue;
                }
                write(toServer, line);
                String answer = reply(fromServer, toClient);
                if (line.equals("QUIT")) {
                    // A server hangs up after its farewell; the client counts on it.
                    return;
                }
                if (line.equals("DATA")
                        && answer.startsWith("354")
                        && !pass(fromClient, toServer, fromServer, toClient)) {
                    return;
                }
            }
        } catch (IOException brokenOff) {
            // One side went away; the other notices when the sockets close.
        } finally {
            open.remove(client);
        }
    }

    private boolean pass(
            BufferedReader fromClient, OutputStream toServer, BufferedReader fromServer, OutputStream toClient)
            throws IOException {
        for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
            write(toServer, line);
            if (line.equals(".")) {
                break;
            }
        }
        if (mode == Mode.CUT_AFTER_DATA) {
            fromServer.readLine();
            return false;
        }
        reply(fromServer, toClient);
        return true;
    }

    /** Passes one reply on, which may have several lines. */
    private static String reply(BufferedReader fromServer, OutputStream toClient) throws IOException {
        while (true) {
            String line = fromServer.readLine();
            if (line == null) {
                throw new IOException("The server hung up");
            }
            write(toClient, line);
            if (line.length() < 4 || line.charAt(3) != '-') {
                return line;
            }
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
