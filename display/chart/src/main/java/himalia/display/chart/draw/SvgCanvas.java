package himalia.display.chart.draw;

import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.FigureWords;
import java.util.Locale;

/** Writes SVG by hand: a few lines of text for each mark, so pictures stay small; needs neither AWT nor fonts. */
final class SvgCanvas implements Canvas {
    /** More dots than these make an SVG heavier than its PNG. */
    private static final int MOST_DOTS = 1500;

    private final StringBuilder svg = new StringBuilder();
    private int clips;

    SvgCanvas(Figure figure, Ink ground) {
        this(
                figure.title().isEmpty() ? figure.kind() : figure.title(),
                FigureWords.of(figure),
                figure.width(),
                figure.height(),
                ground);
    }

    SvgCanvas(String title, String words, int width, int height, Ink ground) {
        var size = "width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\"";
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" ")
                .append(String.format(size, width, height, width, height))
                .append(
                        " font-family=\"Inter,system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif\">\n")
                .append("<title>")
                .append(escaped(title))
                .append("</title>\n<desc>")
                .append(escaped(words))
                .append("</desc>\n");
        rectangle(new PixelBox(0, 0, width, height), ground);
    }

    String svg() {
        return svg + "</svg>";
    }

    @Override
    public void rectangle(PixelBox box, Ink ink) {
        svg.append("<rect x=\"").append(number(box.x())).append("\" y=\"").append(number(box.y()));
        svg.append("\" width=\"")
                .append(number(box.width()))
                .append("\" height=\"")
                .append(number(box.height()));
        svg.append('"').append(fill(ink)).append("/>\n");
    }

    @Override
    public void line(double[] x, double[] y, int count, Pen pen) {
        svg.append("<path fill=\"none\" stroke=\"").append(pen.ink().hex()).append('"');
        svg.append(" stroke-width=\"")
                .append(number(pen.width()))
                .append("\" stroke-linejoin=\"round\"");
        svg.append(
                pen.ink().opacity() < 1
                        ? " stroke-opacity=\"" + number(pen.ink().opacity()) + "\""
                        : "");
        svg.append(pen.dashed() ? " stroke-dasharray=\"5 4\"" : " stroke-linecap=\"round\"");
        svg.append(" d=\"").append(path(x, y, count)).append("\"/>\n");
    }

    @Override
    public void area(double[] x, double[] y, Ink ink) {
        svg.append("<path d=\"")
                .append(path(x, y, x.length))
                .append("Z\"")
                .append(fill(ink))
                .append("/>\n");
    }

    @Override
    public void dots(double[] x, double[] y, int count, double radius, Ink ink) {
        var every = every(count);
        // A line of no length with round ends is a dot, in a third of the bytes of a circle.
        svg.append("<path fill=\"none\" stroke-linecap=\"round\" stroke=\"").append(ink.hex());
        svg.append("\" stroke-width=\"").append(number(2 * radius));
        svg.append("\" stroke-opacity=\"")
                .append(number(every > 1 ? 0.5 : ink.opacity()))
                .append("\" d=\"");
        for (int i = 0; i < count; i += every) {
            svg.append('M').append(number(x[i])).append(' ').append(number(y[i])).append("h0");
        }
        svg.append("\"/>\n");
    }

    @Override
    public void markers(Marker marker, double[] x, double[] y, int count, double radius, Ink ink) {
        var every = every(count);
        svg.append("<path d=\"");
        for (int i = 0; i < count; i += every) {
            var corners = marker.xs(x[i], radius);
            svg.append(path(corners, marker.ys(y[i], radius), corners.length)).append('Z');
        }
        svg.append('"').append(fill(every > 1 ? ink.at(0.5) : ink)).append("/>\n");
    }

    private static int every(int count) {
        return Math.max(1, (count + MOST_DOTS - 1) / MOST_DOTS);
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append('"');
        svg.append(" font-size=\"").append(number(lettering.size())).append('"');
        svg.append(lettering.bold() ? " font-weight=\"600\"" : "");
        svg.append(
                switch (lettering.anchor()) {
                    case START -> "";
                    case MIDDLE -> " text-anchor=\"middle\"";
                    case END -> " text-anchor=\"end\"";
                });
        if (lettering.degrees() != 0) {
            svg.append(" transform=\"rotate(").append(number(lettering.degrees())).append(' ');
            svg.append(number(x)).append(' ').append(number(y)).append(")\"");
        }
        svg.append(fill(lettering.ink())).append('>').append(escaped(text)).append("</text>\n");
    }

    @Override
    public void clip(PixelBox box) {
        // The name must be unique in a page that shows many charts: ids are global there.
        var name = "clip" + Integer.toHexString(svg.toString().hashCode()) + "-" + clips++;
        svg.append("<clipPath id=\"").append(name).append("\"><rect x=\"").append(number(box.x()));
        svg.append("\" y=\"")
                .append(number(box.y()))
                .append("\" width=\"")
                .append(number(box.width()));
        svg.append("\" height=\"").append(number(box.height())).append("\"/></clipPath>\n");
        svg.append("<g clip-path=\"url(#").append(name).append(")\">\n");
    }

    @Override
    public void unclip() {
        svg.append("</g>\n");
    }

    private static String path(double[] x, double[] y, int count) {
        var path = new StringBuilder();
        for (int i = 0; i < count; i++) {
            path.append(i == 0 ? 'M' : 'L').append(number(x[i])).append(' ').append(number(y[i]));
        }
        return path.toString();
    }

    private static String fill(Ink ink) {
        return " fill=\""
                + ink.hex()
                + "\""
                + (ink.opacity() < 1 ? " fill-opacity=\"" + number(ink.opacity()) + "\"" : "");
    }

    private static String number(double value) {
        var text = String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.2f" : "%.1f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
