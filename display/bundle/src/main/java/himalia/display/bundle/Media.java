package himalia.display.bundle;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;

/**
 * A picture, a sound or a film from a file: {@code Media.read(Path.of("cat.jpg"))}.
 *
 * <p>Its bytes become part of the notebook, so there may be two million of them: Jupyter's server lets no more through
 * at once, and a notebook with more is slow to open and to save.
 *
 * @param mime what it is: {@code image/png}, {@code audio/wav}, {@code video/mp4}
 * @param bytes the file
 * @param name what it is called in words
 */
public record Media(String mime, byte[] bytes, String name) implements Displayable {
    /** In Base64 a third more; Jupyter's server drops a message of more than three million bytes. */
    private static final long MOST = 2_000_000;

    public Media {
        Objects.requireNonNull(name, "a medium's name is null; give it the name of its file");
        Objects.requireNonNull(mime, "the type of '" + name + "' is null; an example is image/png");
        Objects.requireNonNull(
                bytes, "the bytes of '" + name + "' are null; Files.readAllBytes reads them");
        if (!mime.matches("(image|audio|video)/[\\w.+-]+")) {
            throw new IllegalArgumentException(
                    "'"
                            + Visible.line(name)
                            + "' must be of a type such as image/png, audio/wav or video/mp4, got '"
                            + Visible.line(mime)
                            + "'");
        }
        checkSize(bytes.length, mime, name);
        var type = MediaType.ofMime(mime);
        if (type.isPresent() && !type.get().begins(bytes)) {
            throw new IllegalArgumentException(
                    "'"
                            + Visible.line(name)
                            + "' is not "
                            + mime
                            + ": "
                            + MediaType.told(bytes)
                            + "; give the file the ending of what it is");
        }
        bytes = bytes.clone();
    }

    /** Reads a file whose ending says what it is. */
    public static Media read(Path file) throws IOException {
        Objects.requireNonNull(file, "the file is null; an example is Path.of(\"cat.jpg\")");
        var name = String.valueOf(file.getFileName());
        var mime = MediaType.ofFile(name).mime();
        if (!Files.isRegularFile(file)) {
            throw new FileNotFoundException(
                    Files.isDirectory(file)
                            ? "'" + file + "' is a folder; name a file in it"
                            : "there is no file '"
                                    + file
                                    + "'; names begin at "
                                    + Path.of("").toAbsolutePath());
        }
        // Before it is read: a film may be larger than the memory.
        checkSize(Files.size(file), mime, name);
        return new Media(mime, Files.readAllBytes(file), name);
    }

    private static void checkSize(long size, String mime, String name) {
        var shown = "'" + Visible.line(name) + "'";
        if (size == 0) {
            throw new IllegalArgumentException(shown + " is empty; there is nothing to show");
        }
        if (size > MOST) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s has %.1f MB, and a notebook holds at most %.0f MB of a file; %s",
                            shown,
                            size / 1e6,
                            MOST / 1e6,
                            wayOut(mime, name)));
        }
    }

    private static String wayOut(String mime, String name) {
        if (mime.equals(MediaType.WEBP.mime())) {
            // Java cannot read it.
            return "make it smaller";
        }
        return mime.startsWith("image/")
                ? "javax.imageio.ImageIO.read(new File(\"…\")) shows it no larger than a page"
                : "shorten it, or put it beside the notebook and show it from there: "
                        + "new Html(\"<"
                        + element(mime)
                        + " controls src='"
                        + Escape.html(name)
                        + "'>\")";
    }

    private static String element(String mime) {
        return mime.startsWith("audio/") ? "audio" : "video";
    }

    @Override
    public MimeBundle bundle() {
        var plain =
                MimeBundle.plain(
                        "[" + Visible.line(name) + ", " + mime + ", " + bytes.length + " bytes]");
        if (mime.startsWith("image/")) {
            return plain.with(mime, bytes);
        }
        return plain.html(
                "<%s controls aria-label=\"%s\" src=\"data:%s;base64,%s\"></%1$s>"
                        .formatted(
                                element(mime),
                                Escape.html(name),
                                mime,
                                Base64.getEncoder().encodeToString(bytes)));
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
