package himalia.link;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what may travel in a frame: null, booleans, numbers, texts, bytes, lists, arrays and maps. One tag byte, then
 * the value. Numbers arrive exact: those of any size as their digits.
 */
final class ValueWriter {
    /** What lies deeper has no JSON either: the reader of a notebook gives up at a thousand. */
    static final int DEEPEST = 450;

    private final DataOutputStream out;

    /** The collections that the value being written lies in. */
    private final List<Object> around = new ArrayList<>();

    ValueWriter(DataOutputStream out) {
        this.out = out;
    }

    /**
     * Writes one value.
     *
     * @throws IllegalArgumentException in words, where it has no form here
     */
    void write(@Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof Boolean flag) {
            out.writeByte(flag ? 'T' : 'F');
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof CharSequence || value instanceof Character) {
            out.writeByte('S');
            text(value.toString());
        } else if (value instanceof byte[] bytes) {
            out.writeByte('B');
            out.writeInt(bytes.length);
            out.write(bytes);
        } else if (value instanceof Map<?, ?> map) {
            enter(map);
            map(map);
            around.remove(around.size() - 1);
        } else if (value instanceof Iterable<?> items) {
            enter(items);
            var list = new ArrayList<@Nullable Object>();
            for (var item : items) {
                list.add(item);
                limit(list.size());
            }
            list(list);
            around.remove(around.size() - 1);
        } else if (value.getClass().isArray()) {
            enter(value);
            array(value);
            around.remove(around.size() - 1);
        } else {
            throw new IllegalArgumentException(
                    "a "
                            + value.getClass().getName()
                            + " cannot be sent to the notebook: give a map, list, array, text, number, boolean or"
                            + " null in its place");
        }
    }

    private void enter(Object collection) {
        for (var outer : around) {
            if (outer == collection) {
                throw new IllegalArgumentException(
                        "a "
                                + collection.getClass().getName()
                                + " that contains itself cannot be sent to the notebook");
            }
        }
        if (around.size() == DEEPEST) {
            throw new IllegalArgumentException(
                    "values nested deeper than "
                            + DEEPEST
                            + " cannot be sent to the notebook; make them flatter");
        }
        around.add(collection);
        limit(out.size());
    }

    /** A list that never ends, or one in which every list holds the same two lists, is found here. */
    private static void limit(int size) {
        if (size < 0 || size > Incoming.LONGEST) {
            throw new IllegalArgumentException(
                    "more than "
                            + (Incoming.LONGEST >> 20)
                            + " MB cannot be sent to the notebook; show a part, or write a file");
        }
    }

    private void number(Number number) throws IOException {
        if (number instanceof Double) {
            real(number.doubleValue());
        } else if (number instanceof Float) {
            // Its own digits: 0.1f as a double would read 0.10000000149011612.
            real(Double.parseDouble(number.toString()));
        } else if (number instanceof BigInteger) {
            out.writeByte('I');
            text(number.toString());
        } else if (number instanceof BigDecimal) {
            out.writeByte('N');
            text(number.toString());
        } else if (number.doubleValue() == number.longValue()
                || number instanceof Long
                || number instanceof java.util.concurrent.atomic.AtomicLong) {
            out.writeByte('L');
            out.writeLong(number.longValue());
        } else {
            real(number.doubleValue());
        }
    }

    private void real(double number) throws IOException {
        out.writeByte('D');
        out.writeDouble(number);
    }

    private void map(Map<?, ?> map) throws IOException {
        // As it is now: another thread may change it meanwhile.
        var entries = new ArrayList<Map.Entry<?, ?>>(map.entrySet());
        out.writeByte('M');
        out.writeInt(entries.size());
        for (var entry : entries) {
            text(String.valueOf(entry.getKey()));
            write(entry.getValue());
        }
    }

    private void list(List<@Nullable Object> list) throws IOException {
        out.writeByte('A');
        out.writeInt(list.size());
        for (var item : list) {
            write(item);
        }
    }

    private void array(Object array) throws IOException {
        int length = Array.getLength(array);
        out.writeByte('A');
        out.writeInt(length);
        for (int i = 0; i < length; i++) {
            write(Array.get(array, i));
        }
    }

    private void text(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
