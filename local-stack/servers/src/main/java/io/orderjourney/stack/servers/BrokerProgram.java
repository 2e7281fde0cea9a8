package io.orderjourney.stack.servers;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's main class: formats an empty data folder, then runs Kafka. One start of Java instead of two. */
public final class BrokerProgram {

    /** Keeps the loggers: java.util.logging forgets the level of one that nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private BrokerProgram() {}

    /** Arguments: the path of server.properties and the data folder it names. */
    public static void main(String[] arguments) {
        ROOT.setLevel(Level.WARNING);
        String properties = arguments[0];
        Path data = Path.of(arguments[1]);
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(properties);
        }
        Kafka.main(new String[] {properties});
    }

    private static void format(String properties) {
        String cluster = Uuid.randomUuid().toString();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = StorageTool.execute(
                new String[] {"format", "--cluster-id", cluster, "--config", properties},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            System.err.println(said.toString(StandardCharsets.UTF_8));
            System.exit(code);
        }
    }
}
