package io.orderjourney.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that plays in a stack, in a process of its own.
 *
 * @param command Java options, class path and main class; the path of stack.json follows
 * @param arguments further arguments
 */
record Player(List<String> command, List<String> arguments) {

    static Player of(Path classPathFile, String heap, String mainClass, List<String> arguments) throws IOException {
        String classPath = Files.readString(classPathFile).trim();
        return new Player(
                List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath, mainClass),
                arguments);
    }

    /** Starts it; what it prints comes out here, and it ends with this process at the latest. */
    Process startIn(Path stackDirectory) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Djourney.root=" + Journey.root());
        words.addAll(command);
        words.addAll(List.of("--stack", stackDirectory.resolve("stack.json").toString()));
        words.addAll(arguments);
        Process process = new ProcessBuilder(words).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }
}
