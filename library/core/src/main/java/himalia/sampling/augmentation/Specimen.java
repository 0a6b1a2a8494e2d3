package himalia.sampling.augmentation;

import himalia.display.bundle.Escape;
import himalia.display.bundle.Visible;
import himalia.display.chart.draw.PagePicture;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** One picture, series or text, as a cell of a gallery. */
final class Specimen {
    /** Small pictures are shown this wide, their points as squares. */
    private static final int SIDE = 64;

    private static final int LARGE = 160;
    private static final int WIDTH = 120;
    private static final int HEIGHT = 40;

    private Specimen() {}

    static String text(Object value) {
        return value instanceof double[] series
                ? "series of %s, %.4g to %.4g"
                        .formatted(
                                series.length,
                                Arrays.stream(series).min().orElse(Double.NaN),
                                Arrays.stream(series).max().orElse(Double.NaN))
                : Visible.line(String.valueOf(value));
    }

    static String html(Object value) {
        if (value instanceof Pixels pixels) {
            return picture(pixels);
        }
        return value instanceof double[] series ? line(series) : Escape.html(text(value));
    }

    private static String picture(Pixels pixels) {
        var picture = PagePicture.of(pixels.toImage());
        var width = pixels.width() < SIDE ? SIDE : Math.min(LARGE, pixels.width());
        return "<img alt=\"%s\" width=\"%s\" style=\"image-rendering:pixelated;max-width:none\" src=\"data:%s;base64,%s\">"
                .formatted(
                        Escape.html(pixels.toString()),
                        width,
                        picture.mime(),
                        Base64.getEncoder().encodeToString(picture.file()));
    }

    /** A line without axes; it takes the text's colour, so that it is seen on light and dark. */
    private static String line(double[] series) {
        var least = Arrays.stream(series).filter(Double::isFinite).min().orElse(0);
        var most = Arrays.stream(series).filter(Double::isFinite).max().orElse(1);
        var range = most > least ? most - least : 1;
        var points = new StringBuilder();
        for (var i = 0; i < series.length; i++) {
            if (Double.isFinite(series[i])) {
                points.append(
                        String.format(
                                Locale.ROOT,
                                "%.1f,%.1f ",
                                (double) i * WIDTH / Math.max(1, series.length - 1),
                                1 + (HEIGHT - 2) * (most - series[i]) / range));
            }
        }
        return "<svg width=\"%s\" height=\"%s\" role=\"img\" aria-label=\"%s\"><polyline fill=\"none\" stroke=\"currentColor\" points=\"%s\"/></svg>"
                .formatted(WIDTH, HEIGHT, Escape.html(text(series)), points.toString().strip());
    }
}
