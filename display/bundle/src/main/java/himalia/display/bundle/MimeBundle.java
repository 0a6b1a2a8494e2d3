package himalia.display.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One value in several MIME types, plain text always among them.
 *
 * <pre>{@code
 * MimeBundle.plain("3 rows").html("<table>…</table>")
 * }</pre>
 *
 * <p>Values of {@code data} are a {@code String} for text types, a {@code byte[]} for binary ones (encoded in Base64 on
 * the wire), and maps, lists, strings, numbers and booleans for JSON types.
 *
 * @param data MIME type to content
 * @param metadata MIME type to its metadata, such as {@code width} and {@code height}
 */
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {
    public static final String PLAIN = "text/plain";
    public static final String HTML = "text/html";
    public static final String MARKDOWN = "text/markdown";
    public static final String LATEX = "text/latex";
    public static final String PNG = "image/png";
    public static final String JPEG = "image/jpeg";
    public static final String SVG = "image/svg+xml";
    public static final String VEGA_LITE = "application/vnd.vegalite.v5+json";

    public MimeBundle {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        if (!data.containsKey(PLAIN)) {
            throw new IllegalArgumentException(
                    "a bundle must contain text/plain, got only " + data.keySet());
        }
    }

    /** Starts a bundle from its plain text, which every front end can show. */
    public static MimeBundle plain(String text) {
        return new MimeBundle(
                Map.of(PLAIN, Objects.requireNonNull(text, "a bundle's text is null")), Map.of());
    }

    public MimeBundle html(String html) {
        return with(HTML, html);
    }

    /**
     * Adds a picture.
     *
     * @param bytes the PNG file
     * @param width the width to show it at, in CSS pixels (half of the picture's own at twice the density)
     * @param height the height to show it at, in CSS pixels
     */
    public MimeBundle png(byte[] bytes, int width, int height) {
        return with(PNG, bytes).describe(PNG, Map.of("width", width, "height", height));
    }

    /** Returns a copy that also has {@code content} as {@code mime}. */
    public MimeBundle with(String mime, Object content) {
        var more = new LinkedHashMap<>(data);
        more.put(mime, content);
        return new MimeBundle(more, metadata);
    }

    /** Returns a copy whose {@code mime} entry carries the given metadata. */
    public MimeBundle describe(String mime, Map<String, Object> about) {
        var more = new LinkedHashMap<>(metadata);
        more.put(mime, about);
        return new MimeBundle(data, more);
    }

    /** Returns the plain text. */
    public String text() {
        return String.valueOf(data.get(PLAIN));
    }
}
