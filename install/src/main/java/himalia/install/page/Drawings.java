package himalia.install.page;

import com.google.gson.JsonElement;
import java.util.EnumSet;
import java.util.Set;

/**
 * Formulas, diagrams and charts, which libraries in the page draw when it is opened. Their source stands where the
 * picture will, and stays there, with the reason, where it cannot be drawn or scripts do not run.
 */
final class Drawings {
    private final Set<DrawingLibrary> needed = EnumSet.noneOf(DrawingLibrary.class);

    String formula(String tex, boolean display) {
        needed.add(DrawingLibrary.KATEX);
        return "<span class=\"formula"
                + (display ? " display" : "")
                + "\">"
                + EscapedHtml.escape(tex)
                + "</span>";
    }

    String diagram(String mermaid) {
        needed.add(DrawingLibrary.MERMAID);
        return "<div class=\"diagram\"><pre class=\"instead\">"
                + EscapedHtml.escape(mermaid)
                + "</pre></div>";
    }

    /**
     * Returns a chart of Vega or Vega-Lite.
     *
     * @param instead what is shown where it cannot be drawn
     */
    String chart(JsonElement specification, boolean lite, String instead) {
        needed.add(DrawingLibrary.VEGA);
        return "<div class=\"chart\" data-mode=\""
                + (lite ? "vega-lite" : "vega")
                + "\"><script type=\"application/json\">"
                // Nothing in JSON's own grammar is a '<', so this changes texts alone.
                + specification.toString().replace("<", "\\u003c")
                + "</script><div class=\"instead\">"
                + instead
                + "</div></div>";
    }

    /** Returns what the drawings of this page need in its head. */
    String styles() {
        var html = new StringBuilder();
        needed.forEach(library -> html.append(library.styles()));
        return html.toString();
    }

    /** Returns what they need at the end of its body: nothing where nothing is to be drawn. */
    String scripts() {
        if (needed.isEmpty()) {
            return "";
        }
        var html = new StringBuilder(DrawingLibrary.script(Resources.text("draw.js")));
        needed.forEach(library -> html.append(library.scripts()));
        return html.toString();
    }
}
