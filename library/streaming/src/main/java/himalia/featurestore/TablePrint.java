package himalia.featurestore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Tells a table from one that holds something else, by one text for each. */
final class TablePrint {
    private static final byte NOTHING = 0;
    private static final byte NUMBER = 1;
    private static final byte MOMENT = 2;
    private static final byte TEXT = 3;

    private final MessageDigest digest;
    private final ByteBuffer bytes = ByteBuffer.allocate(32);

    private TablePrint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(Table table) {
        var print = new TablePrint();
        for (var column : table.columns()) {
            print.add(column.name());
            print.add(column.type().name());
            for (var value : column) {
                print.add(value);
            }
        }
        return HexFormat.of().formatHex(print.digest.digest());
    }

    private void add(@Nullable Object value) {
        bytes.clear();
        if (value == null) {
            bytes.put(NOTHING);
        } else if (value instanceof Number number) {
            bytes.put(NUMBER).putLong(number.longValue()).putDouble(number.doubleValue());
        } else if (value instanceof Instant time) {
            bytes.put(MOMENT).putLong(time.getEpochSecond()).putInt(time.getNano());
        } else {
            var text = value.toString().getBytes(StandardCharsets.UTF_8);
            bytes.put(TEXT).putInt(text.length);
            digest.update(bytes.flip());
            digest.update(text);
            return;
        }
        digest.update(bytes.flip());
    }
}
