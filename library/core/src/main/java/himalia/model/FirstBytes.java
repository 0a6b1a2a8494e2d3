package himalia.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** How a file begins, in words for whoever took it for another one. */
final class FirstBytes {
    private static final int SHOWN = 24;

    private FirstBytes() {}

    static String of(Path file) {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(SHOWN);
            if (bytes.length == 0) {
                return "is empty";
            }
            var text = new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("");
            if (text.startsWith("PK")) {
                return "is a zip that breaks off or is damaged; take another copy, or save the model again";
            }
            boolean isText = text.chars().allMatch(c -> c >= ' ' && c != 0x7f && c < 0xfffd);
            return "begins with "
                    + (isText
                            ? "'" + text + "'"
                            : "the bytes "
                                    + HexFormat.ofDelimiter(" ")
                                            .formatHex(bytes, 0, Math.min(8, bytes.length)))
                    + "; a model file is what Model.save writes";
        } catch (IOException e) {
            return "cannot be read: " + e;
        }
    }
}
