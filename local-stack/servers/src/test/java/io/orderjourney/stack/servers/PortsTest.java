package io.orderjourney.stack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_free_port_is_given_once() {
        assertThat(Stream.generate(Ports::free).limit(50).toList())
                .doesNotHaveDuplicates()
                .allMatch(Ports::isFree);
    }

    @Test
    void a_port_that_was_given_stays_locked_for_other_programs() throws IOException {
        Path chosen = Ports.CHOSEN.resolve(Integer.toString(Ports.free()));

        try (FileChannel file = FileChannel.open(chosen, StandardOpenOption.WRITE)) {
            assertThatThrownBy(file::tryLock).isInstanceOf(OverlappingFileLockException.class);
        }
    }

    @Test
    void a_port_that_somebody_listens_on_is_open_and_not_free() throws IOException {
        int port = Ports.free();
        assertThat(Ports.isOpen(port)).isFalse();

        try (ServerSocket door = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isOpen(door.getLocalPort())).isTrue();
            assertThat(Ports.isFree(door.getLocalPort())).isFalse();
        }
    }
}
