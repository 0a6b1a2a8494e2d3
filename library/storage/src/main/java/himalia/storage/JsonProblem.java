package himalia.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What is said of a JSON file that is not written as JSON is. */
final class JsonProblem {
    private static final int CHUNK = 1 << 16;

    private static final int ASCII = 0x80;

    private static final int LONG_WORD = 20;

    private static final Pattern WORD = Pattern.compile("[-.\\w]+");

    private JsonProblem() {}

    /** Returns what is said of what stands so many bytes behind the begin, where something else should. */
    static BadFile unexpected(Path file, long offset, String wanted) throws IOException {
        String found;
        try (var again = Packing.opened(file)) {
            again.skipNBytes(offset);
            found = new String(again.readNBytes(LONG_WORD), StandardCharsets.ISO_8859_1);
        }
        if (found.isEmpty()) {
            return BadFile.because(
                    "%s breaks off in %s, where %s should stand; is it all of the file?"
                            .formatted(file.getFileName(), place(file, offset), wanted));
        }
        var word = WORD.matcher(found);
        if (!word.lookingAt()) {
            return of(
                    file,
                    offset,
                    "%s where %s should stand".formatted(shown(found.charAt(0)), wanted));
        }
        return of(
                file,
                offset,
                word.group().matches("-?(NaN|Infinity|inf|nan)")
                        ? "%1$s is no number of JSON; write null, or the text \"%1$s\""
                                .formatted(word.group())
                        : "%s where %s should stand".formatted(word.group(), wanted));
    }

    /** Returns what is wrong so many bytes behind the begin, with its place. */
    static BadFile of(Path file, long offset, String words) throws IOException {
        return BadFile.because(
                "%s, %s: %s".formatted(file.getFileName(), place(file, offset), words));
    }

    /** Returns line and column, both from 1, as an editor has them: nobody counts them before something is wrong. */
    private static String place(Path file, long offset) throws IOException {
        long line = 1;
        long column = 1;
        try (var again = Packing.opened(file)) {
            var chunk = new byte[CHUNK];
            long left = offset;
            while (left > 0) {
                int count = again.read(chunk, 0, (int) Math.min(left, chunk.length));
                if (count < 0) {
                    break;
                }
                for (int i = 0; i < count; i++) {
                    boolean isEnd = chunk[i] == '\n';
                    line += isEnd ? 1 : 0;
                    // No letter are the mark before UTF-8 and the bytes of a letter but its first.
                    boolean isMark = left == offset && i == 0 && (chunk[i] & 0xFF) == 0xEF;
                    boolean isLetter = (chunk[i] & 0xC0) != ASCII && !isMark;
                    column = isEnd ? 1 : column + (isLetter ? 1 : 0);
                }
                left -= count;
            }
        }
        return "line %d, column %d".formatted(line, column);
    }

    /** Returns one byte as a reader of the message knows it. */
    static String shown(int letter) {
        return letter < 0 ? "nothing" : letter < ASCII ? "'" + (char) letter + "'" : "a letter";
    }
}
