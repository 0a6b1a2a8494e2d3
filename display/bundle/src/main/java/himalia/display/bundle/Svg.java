package himalia.display.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A picture in SVG: {@code new Svg("<svg …>…</svg>")}.
 *
 * @param source the whole document
 */
public record Svg(String source) implements Displayable {
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);
    private static final Pattern LETTERS =
            Pattern.compile("<text\\b[^>]*>(.*?)</text>", Pattern.DOTALL);
    private static final Pattern WORDS = Pattern.compile("<desc>(.*?)</desc>", Pattern.DOTALL);

    private static final int MOST_TEXTS = 20;

    /** Above this, the picture is not sent twice. */
    private static final int LARGE = 100_000;

    /** Takes a document whose outermost element is {@code <svg>}. */
    public Svg {
        SvgDocument.check(source);
    }

    @Override
    public MimeBundle bundle() {
        var plain = MimeBundle.plain(words()).with(MimeBundle.SVG, source);
        // Reopened notebooks show no image/svg+xml, but an img element with the same bytes passes.
        return source.length() > LARGE ? plain : plain.html(image());
    }

    private String words() {
        for (var part : new Pattern[] {WORDS, TITLE}) {
            var found = part.matcher(source);
            if (found.find()) {
                return new Html(found.group(1)).bundle().text();
            }
        }
        // A picture that does not say what it is says at least what is written in it.
        var written =
                LETTERS.matcher(source)
                        .results()
                        .map(text -> new Html(text.group(1)).bundle().text())
                        .filter(text -> !text.isBlank())
                        .limit(MOST_TEXTS)
                        .collect(Collectors.joining(", "));
        return written.isEmpty() ? "[SVG picture]" : "[SVG picture: " + written + "]";
    }

    private String image() {
        var data = Base64.getEncoder().encodeToString(source.getBytes(StandardCharsets.UTF_8));
        // Most pictures are drawn for paper: on a dark page their black letters need its ground.
        return "<img style=\"background:#fff\" alt=\""
                + Escape.html(words())
                + "\" src=\"data:image/svg+xml;base64,"
                + data
                + "\">";
    }
}
