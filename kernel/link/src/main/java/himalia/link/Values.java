package himalia.link;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may travel in a frame: null, booleans, numbers, texts, bytes, lists and maps with text keys. One tag byte, then
 * the value.
 */
final class Values {
    private Values() {}

    static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof Boolean flag) {
            out.writeByte(flag ? 'T' : 'F');
        } else if (value instanceof Double || value instanceof Float) {
            out.writeByte('D');
            out.writeDouble(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            out.writeByte('L');
            out.writeLong(number.longValue());
        } else if (value instanceof CharSequence text) {
            out.writeByte('S');
            writeText(out, text.toString());
        } else if (value instanceof byte[] bytes) {
            out.writeByte('B');
            out.writeInt(bytes.length);
            out.write(bytes);
        } else if (value instanceof Map<?, ?> map) {
            out.writeByte('M');
            out.writeInt(map.size());
            for (var entry : map.entrySet()) {
                writeText(out, String.valueOf(entry.getKey()));
                write(out, entry.getValue());
            }
        } else if (value instanceof Iterable<?> items) {
            var list = new ArrayList<@Nullable Object>();
            for (var item : items) {
                list.add(item);
            }
            out.writeByte('A');
            out.writeInt(list.size());
            for (var item : list) {
                write(out, item);
            }
        } else {
            throw new IllegalArgumentException(
                    "cannot send a " + value.getClass().getName() + " over the link");
        }
    }

    static @Nullable Object read(DataInputStream in) throws IOException {
        int tag = in.readByte();
        switch (tag) {
            case '0':
                return null;
            case 'T':
                return true;
            case 'F':
                return false;
            case 'D':
                return in.readDouble();
            case 'L':
                return in.readLong();
            case 'S':
                return readText(in);
            case 'B':
                return in.readNBytes(in.readInt());
            case 'M':
                return readMap(in);
            case 'A':
                return readList(in);
            default:
                throw new IOException("unknown tag " + tag + " on the link");
        }
    }

    private static Map<String, @Nullable Object> readMap(DataInputStream in) throws IOException {
        int size = in.readInt();
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < size; i++) {
            var key = readText(in);
            map.put(key, read(in));
        }
        return map;
    }

    private static List<@Nullable Object> readList(DataInputStream in) throws IOException {
        int size = in.readInt();
        var list = new ArrayList<@Nullable Object>();
        for (int i = 0; i < size; i++) {
            list.add(read(in));
        }
        return list;
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
