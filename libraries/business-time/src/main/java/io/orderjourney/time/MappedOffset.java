package io.orderjourney.time;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Eight bytes of a file, mapped into the memory of every process that opens it. Reading is a memory read and changing is one atomic
 * instruction on the shared page, so no process can lose another's advance; only the creation of the file needs a lock.
 */
final class MappedOffset implements SettableClock.Offset {

    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final MappedByteBuffer buffer;

    private MappedOffset(MappedByteBuffer buffer) {
        this.buffer = buffer;
    }

    /** Static and synchronized because a file lock guards against other processes only, and refuses a second lock of the same one. */
    static synchronized MappedOffset open(Path file, long millisIfNew) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try (FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE)) {
                try (FileLock lock = channel.lock()) {
                    if (channel.size() == 0) {
                        writeFirst(channel, millisIfNew);
                    }
                    if (channel.size() != Long.BYTES) {
                        throw new IllegalArgumentException("Not a clock file: " + file + " has " + channel.size()
                                + " bytes; a clock has " + Long.BYTES);
                    }
                    return new MappedOffset(channel.map(MapMode.READ_WRITE, 0, Long.BYTES));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The clock file " + file + " cannot be opened", e);
        }
    }

    private static void writeFirst(FileChannel channel, long millis) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        first.putLong(millis).flip();
        while (first.hasRemaining()) {
            channel.write(first);
        }
    }

    @Override
    public long millis() {
        return (long) LONG.getVolatile(buffer, 0);
    }

    @Override
    public boolean compareAndSet(long expectedMillis, long newMillis) {
        return LONG.compareAndSet(buffer, 0, expectedMillis, newMillis);
    }
}
