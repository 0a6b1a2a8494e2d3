package himalia.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Texts as UTF-8. */
final class WholeText {
    private WholeText() {}

    /**
     * Returns the bytes of a text. Half of a pair of characters, as it is left where a text was cut, is none in UTF-8, and
     * would be a question mark: it is refused.
     */
    static byte[] utf8(String column, String text, int row) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (var next : bytes) {
            if (next == '?') {
                refuseHalf(column, text, row);
                return bytes;
            }
        }
        return bytes;
    }

    private static void refuseHalf(String column, String text, int row) throws IOException {
        if (!isWhole(text)) {
            throw BadFile.because(
                    "column '%s' holds half of a character in row %d, which no file holds: its text was cut within a pair; cut it with offsetByCodePoints"
                            .formatted(column, row));
        }
    }

    /** Returns whether no half of a pair stands alone. */
    static boolean isWhole(String text) {
        return text.chars().noneMatch(letter -> Character.isSurrogate((char) letter))
                || StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
