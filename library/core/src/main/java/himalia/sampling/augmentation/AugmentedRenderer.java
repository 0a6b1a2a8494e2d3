package himalia.sampling.augmentation;

import himalia.display.bundle.Amount;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import java.util.List;

/**
 * Shows originals on the left and their copies beside them.
 *
 * <pre>{@code
 * display(Augmented.of(pictures, new RandomRotation(15), 3, 42));
 * }</pre>
 */
@SuppressWarnings("rawtypes") // a class literal has no parameters
public final class AugmentedRenderer implements Renderer<Augmented> {
    private static final int ROWS = 8;
    private static final int COPIES = 7;

    @Override
    public Class<Augmented> type() {
        return Augmented.class;
    }

    @Override
    public MimeBundle render(Augmented augmented) {
        return shown(augmented);
    }

    private static MimeBundle shown(Augmented<?> augmented) {
        var rows = Math.min(ROWS, augmented.originals().size());
        var headline =
                "%s, %s%s"
                                .formatted(
                                        Amount.of(augmented.originals().size(), "original"),
                                        augmented.copies().size() == 1
                                                ? "1 copy"
                                                : augmented.copies().size() + " copies",
                                        rows < augmented.originals().size()
                                                ? " (the first %d shown)".formatted(rows)
                                                : "")
                        + range(augmented.originals());
        var text = new StringBuilder(headline);
        var html =
                new StringBuilder(
                                "<p>"
                                        + headline
                                        + "</p>\n<div style=\"overflow-x:auto\"><table class=\"mathjax_ignore tex2jax_ignore\">")
                        .append("<thead><tr><th style=\"text-align:left\">original</th>")
                        .append("<th style=\"text-align:left\" colspan=\"")
                        .append(COPIES)
                        .append("\">copies</th></tr></thead>\n<tbody>\n");
        for (var i = 0; i < rows; i++) {
            var copies = augmented.copiesOf(i);
            var shown = copies.subList(0, Math.min(COPIES, copies.size()));
            row(text, html, augmented.originals().get(i), shown, copies.size() - shown.size());
        }
        return MimeBundle.plain(text.toString())
                .html(html.append("</tbody></table></div>").toString());
    }

    /** What is black and what is white, which pictures do not show. */
    private static String range(List<?> originals) {
        return !originals.isEmpty() && originals.get(0) instanceof Pixels pixels
                ? "; %s is black, %s is white"
                        .formatted(number(pixels.low()), number(pixels.high()))
                : "";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? "%.0f".formatted(value) : String.valueOf(value);
    }

    private static void row(
            StringBuilder text, StringBuilder html, Object original, List<?> copies, int more) {
        text.append("\n\n").append(Specimen.text(original));
        html.append("<tr>").append(cell(original));
        for (var copy : copies) {
            html.append(cell(copy));
            // A terminal shows no pictures, and what all are is said once.
            if (!(copy instanceof Pixels)) {
                text.append("\n  → ").append(Specimen.text(copy));
            }
        }
        if (more > 0) {
            text.append("\n  → … ").append(more).append(" more");
            html.append("<td style=\"color:#767676\">… ").append(more).append(" more</td>");
        }
        html.append("</tr>\n");
    }

    private static String cell(Object value) {
        return "<td style=\"text-align:left;vertical-align:middle;min-width:64px\">"
                + Specimen.html(value)
                + "</td>";
    }
}
