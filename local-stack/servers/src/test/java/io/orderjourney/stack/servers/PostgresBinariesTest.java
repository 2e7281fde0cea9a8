package io.orderjourney.stack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a new machine several programs unpack PostgreSQL at once: one of them wins, and all go on. */
class PostgresBinariesTest {

    @TempDir
    Path cache;

    @Test
    void who_unpacks_second_uses_what_is_there() throws IOException {
        Path home = cache.resolve("postgresql");

        PostgresBinaries.moveInPlace(unpacked("first"), home);
        Path second = unpacked("second");
        PostgresBinaries.moveInPlace(second, home);

        assertThat(home.resolve("program")).hasContent("first");
        assertThat(second).doesNotExist();
    }

    @Test
    void what_could_not_be_moved_for_another_reason_is_told() throws IOException {
        Path unpacked = unpacked("first");

        assertThatThrownBy(() -> PostgresBinaries.moveInPlace(unpacked, cache.resolve("not there/postgresql")))
                .isInstanceOf(FileSystemException.class);
    }

    private Path unpacked(String content) throws IOException {
        Path folder = Files.createDirectory(cache.resolve(content));
        Files.writeString(folder.resolve("program"), content);
        return folder;
    }
}
