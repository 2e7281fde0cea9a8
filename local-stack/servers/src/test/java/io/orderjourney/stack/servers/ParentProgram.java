package io.orderjourney.stack.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program of its own that starts one child, says its process id, and waits to be killed. */
final class ParentProgram {

    private ParentProgram() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        Path directory = Path.of(arguments[0]);
        List<String> command = List.of(arguments).subList(1, arguments.length);
        ChildProcess child = ChildProcess.start(new ChildProcess.Command(
                "child", command, Map.of(), directory, directory.resolve("child.log"), "TERM", Duration.ofSeconds(1)));
        System.out.println(child.pid());
        if (Boolean.getBoolean("exhaust.memory")) {
            System.in.read();
            exhaustMemory();
        }
        Thread.sleep(Duration.ofMinutes(5).toMillis());
    }

    private static void exhaustMemory() {
        List<byte[]> kept = new ArrayList<>();
        while (kept.size() >= 0) {
            kept.add(new byte[1024 * 1024]);
        }
    }
}
