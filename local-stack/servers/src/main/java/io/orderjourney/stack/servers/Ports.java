package io.orderjourney.stack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine's loopback address. */
public final class Ports {

    /**
     * Below the ports that systems give to outgoing connections: one of those can be taken by any client between the choice
     * and the start of the server. Above the ports that a whole stack chooses for itself.
     */
    static final int FREE_FROM = 30_100;

    static final int FREE_BELOW = 32_768;

    private static final int TRIES_MAX = 1_000;

    /** One file for each port that a program of this user has chosen: it is locked for as long as that program lives. */
    static final Path CHOSEN =
            Path.of(System.getProperty("java.io.tmpdir"), "order-journey-ports-" + System.getProperty("user.name"));

    /** Keeps the locks: a channel that is collected lets go of its own. */
    private static final Map<Integer, FileChannel> GIVEN = new ConcurrentHashMap<>();

    private Ports() {}

    /**
     * A port that has no listener at this moment, and that neither this program nor another one of this user was given: between
     * the choice and the start of a server there is time for others to make the same choice.
     *
     * @throws IllegalStateException if none was found
     */
    public static int free() {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FREE_FROM, FREE_BELOW);
            // A second look at the file of a port that is ours would let go of its lock.
            if (!GIVEN.containsKey(port) && isFree(port) && choose(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + FREE_FROM + " and " + FREE_BELOW);
    }

    private static boolean choose(int port) {
        try {
            PrivateFiles.folder(CHOSEN);
            FileChannel channel = FileChannel.open(
                    CHOSEN.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                GIVEN.put(port, channel);
                return true;
            }
            channel.close();
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException chosenByThisProgram) {
            return false;
        }
    }

    /** Whether a server could listen on this port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of an earlier run that still wait out their end must not look like a listener.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a server listens on this port now. */
    public static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
