package himalia.storage;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What the bytes of a JSON value say; they are known to be JSON. */
final class JsonTexts {
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    private JsonTexts() {}

    static boolean isUtf8(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Returns the text of a string, its quotes included in the range. */
    static String decoded(byte[] bytes, int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            if (bytes[i] == '\\') {
                return unescaped(
                        new String(bytes, from + 1, to - from - 2, StandardCharsets.UTF_8));
            }
        }
        return new String(bytes, from + 1, to - from - 2, StandardCharsets.UTF_8);
    }

    private static String unescaped(String text) {
        var plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next != '\\') {
                plain.append(next);
                continue;
            }
            at++;
            char escaped = text.charAt(at);
            switch (escaped) {
                case 'n' -> plain.append('\n');
                case 't' -> plain.append('\t');
                case 'r' -> plain.append('\r');
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'u' -> {
                    plain.append((char) Integer.parseInt(text, at + 1, at + 5, 16));
                    at += 4;
                }
                default -> plain.append(escaped);
            }
        }
        return plain.toString();
    }

    /** Returns the value as it is written, but for the blanks between its parts, which say nothing. */
    static byte[] compact(byte[] bytes, int from, int to) {
        var compact = new byte[to - from];
        int length = 0;
        boolean isText = false;
        for (int i = from; i < to; i++) {
            byte next = bytes[i];
            if (isText || next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                compact[length++] = next;
            }
            if (isText && next == '\\') {
                compact[length++] = bytes[++i];
            } else if (next == '"') {
                isText = !isText;
            }
        }
        return length == compact.length ? compact : Arrays.copyOf(compact, length);
    }

    /** Returns what a table shows of the value: a string's text, and all else as it is written. */
    static byte[] shown(byte[] bytes, int from, int to) {
        return bytes[from] == '"'
                ? whole(decoded(bytes, from, to)).getBytes(StandardCharsets.UTF_8)
                : compact(bytes, from, to);
    }

    /** Half of a letter, as cut texts have it, is none of UTF-8: it stays as it is written. */
    private static String whole(String text) {
        return HALF.matcher(text)
                .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)));
    }

    static String shown(String json) {
        var bytes = json.strip().getBytes(StandardCharsets.UTF_8);
        return bytes.length == 0
                ? ""
                : new String(shown(bytes, 0, bytes.length), StandardCharsets.UTF_8);
    }

    /** Appends a text as a JSON string. */
    static void quote(StringBuilder json, CharSequence text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            switch (next) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (next < ' ') {
                        json.append("\\u%04x".formatted((int) next));
                    } else {
                        json.append(next);
                    }
                }
            }
        }
        json.append('"');
    }
}
