package io.orderjourney.stack.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only their owner can read, whatever the umask is. */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> NEW_FILE = PosixFilePermissions.asFileAttribute(FILE);
    private static final FileAttribute<Set<PosixFilePermission>> NEW_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFiles() {}

    /** Creates the folder with mode 0700; a folder that exists may be somebody's own and stays as it is. */
    public static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, NEW_FOLDER);
    }

    /** Creates an empty file with mode 0600, with its folder; a file that exists keeps its content and gets this mode. */
    public static Path file(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            folder(folder);
        }
        try {
            // Created with its permissions, so that others cannot read it at any moment.
            Files.createFile(file, NEW_FILE);
        } catch (FileAlreadyExistsException kept) {
            Files.setPosixFilePermissions(file, FILE);
        }
        return file;
    }

    /** Replaces the whole file at once: a reader sees the old content or the new one. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces the whole file at once: a reader sees the old content or the new one. */
    public static void write(Path file, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.write(file(unfinished), content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
