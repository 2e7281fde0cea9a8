package io.orderjourney.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanCodeTest {

    private static final int PIXELS = 4;
    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @ParameterizedTest
    @ValueSource(strings = {"2026-000117", "WEB-2026-11-0000000042", "A"})
    void a_scanner_reads_what_people_would_type(String number) throws Exception {
        assertThat(read(ScanCode.of(number))).isEqualTo(number);
    }

    /** As a browser paints the path, and as a scanner sees it. */
    private static String read(ScanCode code) throws Exception {
        int side = code.size() * PIXELS;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        SQUARE.matcher(code.path())
                .results()
                .forEach(square -> pen.fillRect(at(square, 1), at(square, 2), PIXELS, PIXELS));
        pen.dispose();
        int[] pixels = image.getRGB(0, 0, side, side, null, 0, side);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(side, side, pixels))))
                .getText();
    }

    private static int at(MatchResult square, int group) {
        return Integer.parseInt(square.group(group)) * PIXELS;
    }
}
