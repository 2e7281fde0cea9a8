package io.orderjourney.stack.orders;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a CSV file record by record, as RFC 4180 describes it: quoted fields may hold commas, quotes and line ends. */
final class CsvRecords {

    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final PushbackReader in;
    private int line = 1;

    CsvRecords(Reader in) throws IOException {
        this.in = new PushbackReader(in);
        int first = this.in.read();
        if (first != BYTE_ORDER_MARK && first != END) {
            this.in.unread(first);
        }
    }

    /** @param line of the file on which it begins, from 1 on */
    record Fields(int line, List<String> values) {

        boolean isBlank() {
            return values.stream().allMatch(String::isBlank);
        }
    }

    /** The next record that is not blank; empty at the end. */
    Optional<Fields> next() throws IOException {
        while (true) {
            int begins = line;
            int first = in.read();
            if (first == END) {
                return Optional.empty();
            }
            in.unread(first);
            Fields fields = new Fields(begins, record());
            if (!fields.isBlank()) {
                return Optional.of(fields);
            }
        }
    }

    private List<String> record() throws IOException {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        while (true) {
            int next = in.read();
            if (next == '"' && value.length() == 0) {
                quoted(value);
            } else if (next == ',') {
                values.add(value.toString().strip());
                value.setLength(0);
            } else if (next == '\n' || next == END) {
                line++;
                values.add(value.toString().strip());
                return values;
            } else if (next != '\r') {
                value.append((char) next);
            }
        }
    }

    /** Up to the closing quote; a doubled one is a quote. */
    private void quoted(StringBuilder value) throws IOException {
        while (true) {
            int next = in.read();
            if (next == END) {
                return;
            }
            if (next == '\n') {
                line++;
            }
            if (next != '"') {
                value.append((char) next);
                continue;
            }
            int after = in.read();
            if (after != '"') {
                if (after != END) {
                    in.unread(after);
                }
                return;
            }
            value.append('"');
        }
    }
}
