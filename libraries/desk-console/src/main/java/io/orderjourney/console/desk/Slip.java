package io.orderjourney.console.desk;

import io.orderjourney.console.ScanCode;
import java.util.List;

/**
 * A printed page for one order.
 *
 * @param number what people say and scan, printed large
 * @param title what the page is
 * @param who whom it is for
 * @param lines one for each item
 * @param facts label and value
 * @param language BCP 47, in which all of it is written
 */
public record Slip(
        String number, String title, String who, List<String> lines, List<Panel.Fact> facts, String language) {

    /** The number once more, for the scanner. */
    public ScanCode code() {
        return ScanCode.of(number);
    }
}
