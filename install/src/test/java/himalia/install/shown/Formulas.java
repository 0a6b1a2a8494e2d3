package himalia.install.shown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which texts of a page a front end takes for formulas. */
final class Formulas {
    private static final Pattern TAG = Pattern.compile("<(/?)(\\w+)([^>]*)>|([^<]+)");

    private static final Set<String> EMPTY =
            Set.of("br", "wbr", "hr", "img", "input", "col", "path", "rect", "line");

    private Formulas() {}

    /** Returns the texts with a dollar sign that stand in no element that MathJax leaves out. */
    static List<String> in(String html) {
        var read = new ArrayList<String>();
        var open = new ArrayDeque<Boolean>();
        var found = TAG.matcher(html);
        while (found.find()) {
            if (found.group(4) != null) {
                if (found.group(4).contains("$") && !open.contains(true)) {
                    read.add(found.group(4));
                }
            } else if (!found.group(1).isEmpty()) {
                open.poll();
            } else if (!EMPTY.contains(found.group(2)) && !found.group(3).endsWith("/")) {
                open.push(found.group(3).contains("mathjax_ignore"));
            }
        }
        return read;
    }
}
