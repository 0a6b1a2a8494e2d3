package himalia.display.bundle;

import java.util.Objects;

/**
 * Text in HTML: {@code new Html("<b>bold</b>")}.
 *
 * @param source shown as it is, so values from elsewhere must pass {@link Escape#html} first
 */
public record Html(String source) implements Displayable {
    public Html {
        Objects.requireNonNull(
                source, "the source is null; an example is new Html(\"<b>bold</b>\")");
    }

    @Override
    public MimeBundle bundle() {
        return MimeBundle.plain(words()).html(source);
    }

    /** The text without its tags, a line for each block, for those who see no HTML. */
    private String words() {
        return source.replaceAll("(?is)<(script|style)\\b.*?</\\1>", "")
                .replaceAll("(?i)<br\\s*/?>|</(p|div|li|tr|h[1-6]|table|ul|ol|pre)>", "\n")
                .replaceAll("(?i)</t[dh]>", "  ")
                .replaceAll("(?s)<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
