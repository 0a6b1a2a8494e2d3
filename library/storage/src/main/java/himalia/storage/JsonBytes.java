package himalia.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The values of a JSON text, one after the other, from its bytes: where each begins and ends, and whether it is written as
 * JSON is. What it means is another's matter.
 */
final class JsonBytes implements Closeable {
    /** A string, its quotes included. */
    static final byte TEXT = 1;

    /** A number. */
    static final byte NUMBER = 2;

    /** {@code true} or {@code false}. */
    static final byte TRUTH = 3;

    /** {@code null}. */
    static final byte NULL = 4;

    /** An object or an array. */
    static final byte NESTED = 5;

    private static final int CHUNK = 1 << 18;

    private static final int END = -1;

    private static final int DEPTH = 1_000;

    private final Path file;
    private final InputStream in;
    private byte[] bytes = new byte[CHUNK];
    private int mark;
    private int at;
    private int end;
    private long passed;

    /** Reads a part of a file, which begins with a value. */
    JsonBytes(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    static JsonBytes of(Path file) throws IOException {
        var opened = new JsonBytes(file, Packing.opened(file));
        if (opened.peek() == 0xEF && opened.bytes[1] == (byte) 0xBB) {
            // The mark that some programs put before UTF-8.
            opened.at += 3;
        }
        return opened;
    }

    /** Drops what stands before here; positions count from here on. */
    void mark() {
        mark = at;
    }

    /** Returns how many bytes behind the mark we are. */
    int position() {
        return at - mark;
    }

    /** Returns how many bytes of the file have gone by. */
    long passed() {
        return passed + at;
    }

    /** Returns what holds the bytes behind the mark, from {@link #offset} on. */
    byte[] array() {
        return bytes;
    }

    /** Returns where the mark is in the array. */
    int offset() {
        return mark;
    }

    private boolean fill() throws IOException {
        if (mark > 0) {
            System.arraycopy(bytes, mark, bytes, 0, end - mark);
            passed += mark;
            at -= mark;
            end -= mark;
            mark = 0;
        } else if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
        }
        int more = in.read(bytes, end, bytes.length - end);
        end += Math.max(0, more);
        return more > 0;
    }

    private int peek() throws IOException {
        return at < end || fill() ? bytes[at] & 0xFF : END;
    }

    /** Returns the next byte that is no blank, without passing it; -1 at the end. */
    int next() throws IOException {
        while (true) {
            int next = peek();
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next;
            }
            at++;
        }
    }

    /** Passes the byte if it comes next, behind blanks. */
    boolean passes(char wanted) throws IOException {
        boolean isNext = next() == wanted;
        at += isNext ? 1 : 0;
        return isNext;
    }

    /** Passes one value, and returns what it is. */
    byte value() throws IOException {
        return value(0);
    }

    private byte value(int depth) throws IOException {
        int first = next();
        switch (first) {
            case '"':
                text();
                return TEXT;
            case '{':
                object(depth);
                return NESTED;
            case '[':
                array(depth);
                return NESTED;
            case 't', 'f':
                word(first == 't' ? "true" : "false");
                return TRUTH;
            case 'n':
                word("null");
                return NULL;
            default:
                number();
                return NUMBER;
        }
    }

    private void object(int depth) throws IOException {
        at++;
        if (passes('}')) {
            return;
        }
        do {
            key();
            refuseDeep(depth);
            value(depth + 1);
        } while (passes(','));
        expect('}', "a comma or }");
    }

    private void array(int depth) throws IOException {
        at++;
        if (passes(']')) {
            return;
        }
        do {
            refuseDeep(depth);
            value(depth + 1);
        } while (passes(','));
        expect(']', "a comma or ]");
    }

    private void refuseDeep(int depth) throws IOException {
        if (depth >= DEPTH) {
            throw wrong("more than %d objects and arrays within each other".formatted(DEPTH));
        }
    }

    /** Passes a key and its colon. */
    void key() throws IOException {
        if (next() != '"') {
            throw unexpected("a key between double quotes");
        }
        text();
        expect(':', "a colon");
    }

    void expect(char wanted, String words) throws IOException {
        if (!passes(wanted)) {
            throw unexpected(words);
        }
    }

    private void text() throws IOException {
        int begin = at++ - mark;
        boolean isPlain = true;
        while (true) {
            if (at == end && !fill()) {
                at = mark + begin;
                throw wrong("the quote that opens here is never closed");
            }
            byte next = bytes[at++];
            if (next == '"') {
                break;
            }
            if (next == '\\') {
                escape();
            } else if (next < 0) {
                isPlain = false;
            } else if (next < ' ') {
                at--;
                throw wrong(
                        next == '\n'
                                ? "a text goes on behind the end of its line, which is written \\n"
                                : "a text with the character %d, which is written \\u%04x"
                                        .formatted((int) next, (int) next));
            }
        }
        if (!isPlain && !JsonTexts.isUtf8(bytes, mark + begin, at)) {
            at = mark + begin;
            throw wrong("a text is not written in UTF-8; write the file in UTF-8");
        }
    }

    private void escape() throws IOException {
        int next = peek();
        if ("\"\\/bfnrtu".indexOf(next) < 0) {
            throw wrong(
                    "a text with a backslash before %s, which JSON does not know; a backslash itself is written twice"
                            .formatted(JsonProblem.shown(next)));
        }
        at++;
        for (int i = 0; next == 'u' && i < 4; i++, at++) {
            if (Character.digit(peek(), 16) < 0) {
                throw wrong("a text with \\u without four digits behind it");
            }
        }
    }

    private void word(String word) throws IOException {
        int begin = at - mark;
        for (int i = 0; i < word.length(); i++, at++) {
            if (peek() != word.charAt(i)) {
                at = mark + begin;
                throw unexpected("a value");
            }
        }
    }

    private void number() throws IOException {
        int begin = at - mark;
        if (peek() == '-') {
            at++;
        }
        boolean isZero = peek() == '0';
        int whole = digits();
        boolean isNumber = whole > 0 && !(isZero && whole > 1);
        if (isNumber && peek() == '.') {
            at++;
            isNumber = digits() > 0;
        }
        if (isNumber && (peek() | ' ') == 'e') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            isNumber = digits() > 0;
        }
        if (!isNumber) {
            at = mark + begin;
            throw unexpected("a value");
        }
    }

    private int digits() throws IOException {
        int count = 0;
        for (int next = peek(); next >= '0' && next <= '9'; next = peek()) {
            at++;
            count++;
        }
        return count;
    }

    /** Returns what is said of what stands here, where something else should. */
    BadFile unexpected(String wanted) throws IOException {
        next();
        return JsonProblem.unexpected(file, passed(), wanted);
    }

    /** Returns what is wrong here, with line and column. */
    BadFile wrong(String words) throws IOException {
        return JsonProblem.of(file, passed(), words);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
