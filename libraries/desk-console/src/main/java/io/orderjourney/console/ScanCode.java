package io.orderjourney.console;

import io.nayuki.qrcodegen.QrCode;

/**
 * An order's code for the scanner at the counter, a QR code as one path of an SVG. It holds what people would type, so that a
 * broken scanner stops nobody.
 *
 * @param size of the square that it is drawn in, with the white border that scanners need
 * @param path of the dark squares, for the attribute {@code d}
 */
public record ScanCode(int size, String path) {

    /** As the standard asks: fewer, and a dark page around it hides the code's edge. */
    private static final int BORDER = 4;

    /** @param text what is read from it; an order's number is */
    public static ScanCode of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(' ')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return new ScanCode(code.size + 2 * BORDER, path.toString());
    }
}
