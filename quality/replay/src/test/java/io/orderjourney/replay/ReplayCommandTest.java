package io.orderjourney.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private record Run(int code, String out, String err) {}

    @Test
    void the_report_tells_the_warnings_the_new_dates_and_the_frontier_beside_the_plain_rule() throws IOException {
        String report = run(OrdersMade.file(folder, OrdersMade.rows(6, 400)).toString(), "--report")
                .out();
        assertThat(report)
                .contains("400 rows: 400 orders replayed, 0 left out")
                .contains("Order Journey, N = 24", "plain rule, N = 24", "Order Journey, N = 72", "plain rule, N = 72")
                .contains("near or safe day", "always +")
                .contains(" 72 h before,  90 % of slips")
                .contains("Precision of all:");
    }

    @Test
    void the_same_file_gives_the_same_report() throws IOException {
        String file = OrdersMade.file(folder, OrdersMade.rows(7, 300)).toString();
        assertThat(run(file, "--report").out()).isEqualTo(run(file).out());
    }

    @Test
    void a_file_with_a_handful_of_orders_is_no_crash() throws IOException {
        for (int count : List.of(0, 1, 2)) {
            Run run = run(OrdersMade.file(folder, OrdersMade.rows(8, count)).toString(), "--report");
            assertThat(run.code()).as(run.err()).isZero();
        }
    }

    @Test
    void what_cannot_be_replayed_is_said_in_one_line() {
        Run run = run("no-such-file.csv", "--report");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("There is no file no-such-file.csv");
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = ReplayCommand.line().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = line.execute(arguments);
        line.getErr().flush();
        return new Run(code, out.toString(), err.toString());
    }
}
