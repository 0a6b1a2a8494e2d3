package himalia.display.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * A picture, a sound or a film from a file: {@code Media.read(Path.of("cat.jpg"))}.
 *
 * @param mime what it is: {@code image/png}, {@code audio/wav}, {@code video/mp4}
 * @param bytes the file
 * @param name what it is called in words
 */
public record Media(String mime, byte[] bytes, String name) implements Displayable {
    private static final Map<String, String> ENDINGS =
            Map.of(
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "jpeg", "image/jpeg",
                    "gif", "image/gif",
                    "webp", "image/webp",
                    "wav", "audio/wav",
                    "mp3", "audio/mpeg",
                    "ogg", "audio/ogg",
                    "mp4", "video/mp4",
                    "webm", "video/webm");

    /** Reads a file whose ending says what it is. */
    public static Media read(Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        var mime = ENDINGS.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (mime == null) {
            throw new IllegalArgumentException(
                    "'"
                            + name
                            + "' has an ending that cannot be shown; there are: "
                            + String.join(", ", ENDINGS.keySet().stream().sorted().toList()));
        }
        return new Media(mime, Files.readAllBytes(file), name);
    }

    @Override
    public MimeBundle bundle() {
        var plain =
                MimeBundle.plain(
                        "[" + Visible.line(name) + ", " + mime + ", " + bytes.length + " bytes]");
        if (mime.startsWith("image/")) {
            return plain.with(mime, bytes);
        }
        var element = mime.startsWith("audio/") ? "audio" : "video";
        var data = Base64.getEncoder().encodeToString(bytes);
        return plain.html(
                "<"
                        + element
                        + " controls aria-label=\""
                        + Escape.html(name)
                        + "\" src=\"data:"
                        + Escape.html(mime)
                        + ";base64,"
                        + data
                        + "\"></"
                        + element
                        + ">");
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return bundle().text();
    }
}
