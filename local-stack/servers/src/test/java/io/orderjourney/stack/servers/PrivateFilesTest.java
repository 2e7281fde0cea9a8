package io.orderjourney.stack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    @TempDir
    Path directory;

    @Test
    void a_new_file_and_a_new_folder_belong_to_their_owner_alone() throws IOException {
        PrivateFiles.write(PrivateFiles.folder(directory.resolve("new")).resolve("state.json"), "{}");

        assertThat(permissions(directory.resolve("new"))).isEqualTo("rwx------");
        assertThat(permissions(directory.resolve("new/state.json"))).isEqualTo("rw-------");
    }

    @Test
    void what_others_could_read_before_is_closed_and_kept() throws IOException {
        Path log = Files.writeString(directory.resolve("old.log"), "line\n");
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-r--r--"));

        PrivateFiles.file(log);

        assertThat(permissions(log)).isEqualTo("rw-------");
        assertThat(Files.readString(log)).isEqualTo("line\n");
    }

    @Test
    void a_write_replaces_the_whole_file_and_leaves_nothing_beside_it() throws IOException {
        Path file = directory.resolve("state.json");
        PrivateFiles.write(file, "a long first version");
        PrivateFiles.write(file, "short");

        assertThat(Files.readString(file)).isEqualTo("short");
        assertThat(directory.toFile().list()).containsExactly("state.json");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
