package himalia.features;

import himalia.display.bundle.Escape;
import himalia.features.PipelineGraph.Lane;
import himalia.features.PipelineGraph.Node;
import himalia.features.PipelineGraph.Role;

/**
 * A pipeline's graph as boxes and arrows on the page's own ground, with edges that are seen on light and on dark. Pages that trust nobody
 * take edges of plain colours only.
 */
final class PipelineHtml {
    private static final String ARROW = "<div style=\"line-height:1.2\">↓</div>";
    private static final String BOX =
            "<div style=\"display:inline-block;box-sizing:border-box;max-width:%s;overflow-wrap:anywhere;padding:4px 12px;text-align:center;%s\"><b>%s</b>%s%s</div>";
    private static final String DETAIL = "<div style=\"font-size:85%%;opacity:0.8\">%s</div>";
    private static final String SAMPLER = DETAIL.formatted("<i>training folds only</i>");

    private PipelineHtml() {}

    static String of(PipelineGraph graph) {
        var html =
                new StringBuilder(
                        "<div class=\"mathjax_ignore tex2jax_ignore\" style=\"overflow-x:auto\"><div style=\"display:inline-block;text-align:center;line-height:1.4\">");
        for (int i = 0; i < graph.nodes().size(); i++) {
            html.append(i == 0 ? "" : "\n" + ARROW + "\n").append(node(graph.nodes().get(i)));
        }
        return html.append("</div></div>").toString();
    }

    private static String node(Node node) {
        return node.lanes().isEmpty() ? "<div>" + box(node, "340px") + "</div>" : lanes(node);
    }

    /** A box in a lane is no wider than that, whatever its words. */
    private static String box(Node node, String most) {
        var border =
                switch (node.role()) {
                    case COLUMNS -> "border:1px solid #8c959f;border-radius:16px";
                    case STEP -> "border:1px solid #8c959f;border-radius:4px";
                    case SAMPLER -> "border:2px dashed #d55e00;border-radius:4px";
                    case MODEL -> "border:2px solid #3a9bd9;border-radius:4px";
                };
        return BOX.formatted(
                most,
                border,
                Escape.html(node.title()),
                node.detail().isEmpty() ? "" : DETAIL.formatted(breakable(node.detail())),
                node.role() == Role.SAMPLER ? SAMPLER : "");
    }

    /** Settings are long words, which a narrow box breaks between name and value rather than anywhere. */
    private static String breakable(String settings) {
        return Escape.html(settings).replaceAll("[=(_]", "$0<wbr>");
    }

    /** Lanes stand beside each other between two lines: from the upper one columns part, at the lower one they meet. */
    private static String lanes(Node node) {
        var html =
                new StringBuilder(
                                "<div style=\"border-top:1px solid #8c959f;border-bottom:1px solid #8c959f\">")
                        .append("<div style=\"font-size:85%;opacity:0.8\">")
                        .append(Escape.html(node.title()))
                        .append("</div>");
        node.lanes().forEach(lane -> html.append(lane(lane)));
        return html.append("</div>").toString();
    }

    private static String lane(Lane lane) {
        var html =
                new StringBuilder(
                                "<div style=\"display:inline-block;vertical-align:top;padding:0 6px;max-width:210px\">")
                        .append("<div>")
                        .append(Escape.html(lane.columns()))
                        .append("</div>")
                        .append(ARROW);
        if (lane.steps().isEmpty()) {
            html.append("<div style=\"opacity:0.8\"><i>as they are</i></div>").append(ARROW);
        }
        for (var step : lane.steps()) {
            html.append("<div>").append(box(step, "100%")).append("</div>").append(ARROW);
        }
        return html.append("</div>").toString();
    }
}
