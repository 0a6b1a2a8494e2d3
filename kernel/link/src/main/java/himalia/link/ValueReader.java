package himalia.link;

import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link ValueWriter} wrote. */
final class ValueReader {
    private final DataInputStream in;
    private int depth;

    ValueReader(DataInputStream in) {
        this.in = in;
    }

    /**
     * Reads one value.
     *
     * @throws IOException where there is none
     */
    @Nullable Object read() throws IOException {
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
            case 'I':
                return new BigInteger(text());
            case 'N':
                return new BigDecimal(text());
            case 'S':
                return text();
            case 'B':
                return bytes();
            case 'M':
                return map();
            case 'A':
                return list();
            default:
                throw new IOException("unknown tag " + tag + " on the link");
        }
    }

    private Map<String, @Nullable Object> map() throws IOException {
        int size = enter();
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < size; i++) {
            var key = text();
            map.put(key, read());
        }
        depth--;
        return map;
    }

    private List<@Nullable Object> list() throws IOException {
        int size = enter();
        var list = new ArrayList<@Nullable Object>();
        for (int i = 0; i < size; i++) {
            list.add(read());
        }
        depth--;
        return list;
    }

    private int enter() throws IOException {
        depth++;
        if (depth > ValueWriter.DEEPEST) {
            throw new IOException("values nested deeper than " + ValueWriter.DEEPEST);
        }
        return in.readInt();
    }

    private byte[] bytes() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a value of " + length + " bytes, beyond its frame");
        }
        return in.readNBytes(length);
    }

    private String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
