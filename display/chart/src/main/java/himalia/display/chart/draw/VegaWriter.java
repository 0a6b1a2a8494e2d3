package himalia.display.chart.draw;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.FigureWords;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Describes a figure in Vega-Lite 5, for front ends that draw it themselves and let people zoom and point. */
public final class VegaWriter {
    private final Figure figure;
    private final Theme theme;
    private boolean zooms;

    private VegaWriter(Figure figure) {
        this.figure = figure;
        this.theme = Theme.of(figure.dark());
    }

    /** Returns the description: maps, lists, strings, numbers and booleans. */
    public static Map<String, Object> of(Figure figure) {
        return new VegaWriter(figure).write();
    }

    /** Returns the description of several figures beside and below each other. */
    public static Map<String, Object> of(String title, List<Figure> figures, int columns) {
        var first = new VegaWriter(figures.get(0));
        var all = new LinkedHashMap<String, Object>();
        all.put("title", Map.of("text", title, "anchor", "start"));
        all.put("columns", columns);
        all.put(
                "concat",
                figures.stream()
                        .map(
                                figure ->
                                        new VegaWriter(figure)
                                                .view(figure.width() - 90, figure.height() - 100))
                        .toList());
        return first.dressed(all);
    }

    private Map<String, Object> write() {
        var all = view(figure.width(), figure.height());
        all.put("autosize", Map.of("type", "fit", "contains", "padding"));
        return dressed(all);
    }

    private Map<String, Object> view(int width, int height) {
        var layers = new ArrayList<Object>();
        for (var mark : figure.marks()) {
            layers.add(layer(mark));
        }
        var all = new LinkedHashMap<String, Object>();
        all.put("title", Map.of("text", figure.title(), "subtitle", subtitle(), "anchor", "start"));
        all.put("description", FigureWords.of(figure));
        all.put("width", width);
        all.put("height", height);
        all.put("layer", layers);
        return all;
    }

    private Map<String, Object> dressed(Map<String, Object> all) {
        var alone =
                figure.series().size() < 2
                        && figure.marks().stream().noneMatch(Mark.Cells.class::isInstance);
        all.put("config", look(alone));
        all.put("usermeta", Map.of("embedOptions", Map.of("actions", false)));
        return all;
    }

    private String subtitle() {
        return figure.isEmpty() && figure.note().isEmpty() ? Figure.NO_DATA : figure.note();
    }

    /** The ground and colours of our own pictures, on which the series can be told apart in every theme of a page. */
    private Map<String, Object> look(boolean alone) {
        var text = theme.text().hex();
        var muted = theme.muted().hex();
        var look = new LinkedHashMap<String, Object>();
        look.put("background", theme.ground().hex());
        look.put("padding", 14);
        look.put("font", "Inter, system-ui, sans-serif");
        look.put("view", Map.of("stroke", "transparent"));
        look.put(
                "title",
                Map.of("color", text, "subtitleColor", muted, "fontSize", 15, "offset", 12));
        look.put(
                "axis",
                Map.of(
                        "labelColor",
                        muted,
                        "titleColor",
                        muted,
                        "labelFontSize",
                        12,
                        "titleFontSize",
                        12,
                        "titleFontWeight",
                        "normal",
                        "gridColor",
                        theme.grid().hex(),
                        "domainColor",
                        theme.axis().hex(),
                        "tickColor",
                        theme.axis().hex()));
        look.put("axisX", Map.of("tickCount", 8));
        look.put("axisY", Map.of("tickCount", 6, "domain", false, "ticks", false));
        look.put(
                "legend",
                Map.of(
                        "disable", alone,
                        "labelColor", text,
                        "titleColor", muted,
                        "labelFontSize", 12,
                        "orient", "top"));
        return look;
    }

    private Map<String, Object> layer(Mark mark) {
        var rows = VegaRows.of(mark instanceof Mark.Blocks blocks ? begun(blocks) : mark);
        var encoding = new LinkedHashMap<String, Object>();
        for (var channel : List.of("x", "y")) {
            if (rows.columns().contains(channel)) {
                encoding.put(channel, axis(channel, channel.equals("x") ? figure.x() : figure.y()));
            }
        }
        for (var second : List.of("x2", "y2")) {
            if (rows.columns().contains(second)) {
                encoding.put(second, Map.of("field", second));
            }
        }
        encoding.put("color", colour(mark));
        var layer = new LinkedHashMap<String, Object>();
        layer.put("data", Map.of("values", rows.values()));
        layer.put("mark", shape(mark));
        layer.put("encoding", encoding);
        if (!zooms && (mark instanceof Mark.Line || mark instanceof Mark.Points)) {
            zooms = true;
            layer.put(
                    "params",
                    List.of(Map.of("name", "zoom", "select", "interval", "bind", "scales")));
        }
        return layer;
    }

    /** On a logarithmic axis bars cannot begin at 0. */
    private Mark.Blocks begun(Mark.Blocks blocks) {
        var left = begun(blocks.left(), figure.x(), Extent.ofX(figure));
        var bottom = begun(blocks.bottom(), figure.y(), Extent.ofY(figure));
        return new Mark.Blocks(
                blocks.name(),
                left,
                blocks.right(),
                bottom,
                blocks.top(),
                blocks.texts(),
                blocks.look());
    }

    private static Numbers begun(Numbers values, Axis axis, Extent extent) {
        return axis.scale() == Axis.Scale.LOG
                ? values.map(value -> value <= 0 ? extent.low() : value)
                : values;
    }

    private Map<String, Object> shape(Mark mark) {
        var shape = new LinkedHashMap<String, Object>();
        if (mark instanceof Mark.Line line) {
            shape.put("type", "line");
            shape.put("strokeWidth", line.style() == Mark.Style.THIN ? 1 : 2);
            shape.put("strokeDash", line.style() == Mark.Style.DASHED ? List.of(5, 4) : List.of());
        } else if (mark instanceof Mark.Points points) {
            shape.put("type", points.shape() == Mark.Shape.DOT ? "circle" : "point");
            if (points.shape() == Mark.Shape.CROSS) {
                shape.put("shape", "M-1,-1L1,1M-1,1L1,-1");
            }
            shape.put("opacity", points.x().size() > 1000 ? 0.4 : 0.8);
            shape.put("size", points.x().size() > 1000 ? 20 : 45);
        } else if (mark instanceof Mark.Band band) {
            shape.put("type", "area");
            shape.put("opacity", band.look() == Mark.Look.FAINT ? 0.16 : 0.85);
        } else if (mark instanceof Mark.Words words) {
            shape.put("type", "text");
            shape.put("text", words.text());
            shape.put("align", "left");
            shape.put("dx", 6);
            shape.put("dy", -6);
        } else if (mark instanceof Mark.Reference) {
            shape.put("type", "rule");
            shape.put("strokeDash", List.of(5, 4));
        } else {
            shape.put("type", mark instanceof Mark.Arrow ? "rule" : "rect");
            if (mark instanceof Mark.Blocks blocks && blocks.look() == Mark.Look.FAINT) {
                shape.put("opacity", 0.2);
            }
            if (mark instanceof Mark.Blocks blocks && blocks.look() == Mark.Look.BIN) {
                shape.put("x2Offset", -1);
            }
        }
        shape.put("tooltip", true);
        return shape;
    }

    private Map<String, Object> axis(String name, Axis axis) {
        var scale = new LinkedHashMap<String, Object>();
        boolean timed = axis.scale() == Axis.Scale.TIME;
        if (!timed && axis.scale() != Axis.Scale.LOG) {
            scale.put("zero", false);
        }
        scale.put("type", timed ? "utc" : axis.scale() == Axis.Scale.LOG ? "log" : "linear");
        var look = new LinkedHashMap<String, Object>();
        look.put("title", axis.label());
        look.put("grid", axis.categories().isEmpty());
        if (timed) {
            VegaTimes.format(axis.form()).ifPresent(format -> look.put("format", format));
        }
        var size = axis.categories().size();
        if (size > 0) {
            scale.put("domain", List.of(-0.5, size - 0.5));
            scale.put("reverse", name.equals("y"));
            look.put("values", IntStream.range(0, size).boxed().toList());
            look.put("labelExpr", names(axis.categories()) + "[datum.value]");
        } else if (Double.isFinite(axis.low()) && Double.isFinite(axis.high())) {
            scale.put("domain", List.of(axis.low(), axis.high()));
        } else if (figure.marks().stream().anyMatch(Mark.Points.class::isInstance)) {
            // Else points on the frame are cut in half.
            scale.put("padding", 12);
        }
        var field = new LinkedHashMap<String, Object>();
        field.put("field", name);
        field.put("type", timed ? "temporal" : "quantitative");
        field.put("title", axis.label().isEmpty() ? name : axis.label());
        field.put("scale", scale);
        if (axis.scale() == Axis.Scale.NONE) {
            field.put(
                    "axis",
                    Map.of("labels", false, "ticks", false, "grid", false, "title", axis.label()));
        } else {
            field.put("axis", look);
        }
        return field;
    }

    private static String names(List<String> names) {
        var quoted =
                names.stream()
                        .map(
                                n ->
                                        "'"
                                                + n.replace("\\", "\\\\")
                                                        .replace("'", "\\'")
                                                        .replace("\n", " ")
                                                + "'");
        return "[" + String.join(",", quoted.toList()) + "]";
    }

    private Map<String, Object> colour(Mark mark) {
        if (mark instanceof Mark.Cells cells) {
            var range =
                    (cells.diverging()
                            ? List.of(
                                    theme.diverging(-1),
                                    theme.diverging(-0.5),
                                    theme.ramp(0),
                                    theme.ramp(0.5),
                                    theme.ramp(1))
                            : theme.ramp());
            var scale = new LinkedHashMap<String, Object>();
            scale.put("range", range.stream().map(Ink::hex).toList());
            scale.put("interpolate", "rgb");
            if (cells.diverging()) {
                var most = CellColours.of(cells, theme).most();
                scale.put("domain", List.of(-most, -most / 2, 0, most / 2, most));
            }
            return Map.of("field", "value", "type", "quantitative", "scale", scale);
        }
        if (mark.name().isEmpty()) {
            return Map.of("value", theme.muted().hex());
        }
        var series = figure.series();
        var colours = new ArrayList<String>();
        for (int i = 0; i < series.size(); i++) {
            colours.add(theme.series(i).hex());
        }
        var colour = new LinkedHashMap<String, Object>();
        colour.put("datum", mark.name());
        colour.put("type", "nominal");
        colour.put("scale", Map.of("domain", series, "range", colours));
        colour.put("title", "");
        return colour;
    }
}
