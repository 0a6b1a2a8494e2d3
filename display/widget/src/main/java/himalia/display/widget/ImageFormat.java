package himalia.display.widget;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The formats of pictures that every browser draws, told by how a file begins. */
enum ImageFormat {
    PNG("png", "\u0089PNG\r\n\u001A\n"),
    JPEG("jpeg", "\u00FF\u00D8\u00FF"),
    GIF("gif", "GIF8"),
    WEBP("webp", "RIFF");

    private static final int TOLD = 8;

    private final String word;
    private final byte[] start;

    ImageFormat(String word, String start) {
        this.word = word;
        this.start = start.getBytes(StandardCharsets.ISO_8859_1);
    }

    static ImageFormat of(byte[] file) {
        for (var format : values()) {
            if (format.begins(file)) {
                return format;
            }
        }
        var begins = HexFormat.ofDelimiter(" ").formatHex(file, 0, Math.min(TOLD, file.length));
        throw new IllegalArgumentException(
                "a picture is the bytes of a PNG, JPEG, GIF or WebP file, got "
                        + file.length
                        + (file.length == 1 ? " byte" : " bytes")
                        + (file.length == 0 ? "" : " that begin with " + begins)
                        + "; Files.readAllBytes reads a file");
    }

    /** Returns what the front end calls it, as MIME types do. */
    String word() {
        return word;
    }

    private boolean begins(byte[] file) {
        return file.length >= start.length
                && Arrays.equals(file, 0, start.length, start, 0, start.length)
                // Sounds and films are RIFF files too.
                && (this != WEBP
                        || file.length >= 12
                                && new String(file, 8, 4, StandardCharsets.ISO_8859_1)
                                        .equals("WEBP"));
    }
}
