package himalia.display.bundle;

/** Makes any text safe inside HTML, elements and quoted attributes alike. */
public final class Escape {
    private Escape() {}

    /** Returns HTML in which front ends take no dollar signs for a formula: names of columns and classes may have them. */
    public static String verbatim(String html) {
        return "<div class=\"mathjax_ignore tex2jax_ignore\">" + html + "</div>";
    }

    public static String html(String text) {
        var safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
