package io.orderjourney.stack;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code journey token}: prints one token, for curl. */
@Command(
        name = "token",
        description = "Prints a token: storefront, sales, credit, warehouse, pickup-point, customer-care, management, "
                + "operator or partner.")
final class TokenCommand implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "NAME", description = "Whose token.")
    private String name = "";

    @Override
    public Integer call() {
        // Made up here it would be a token that no stack knows.
        if (!Files.exists(Credentials.file(data.directory()))) {
            throw new IllegalStateException("No stack keeps its data in " + data.directory()
                    + ". Start it: ./journey up; or name its folder: --data");
        }
        System.out.println(Credentials.in(data.directory()).token(name));
        return 0;
    }
}
