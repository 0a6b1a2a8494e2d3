package himalia.parallel;

import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One epoch, as a worker is told it.
 *
 * @param rows all rows in the order in which they are seen
 * @param state where to begin, as {@link Adam} writes it; null to go on from where it is
 */
record EpochOrder(int[] rows, byte @Nullable [] state) {
    byte[] bytes() {
        return WireFormat.bytes(
                out -> {
                    WireFormat.write(out, rows);
                    out.writeBoolean(state != null);
                    if (state != null) {
                        WireFormat.write(out, state);
                    }
                });
    }

    static EpochOrder read(byte[] body) throws IOException {
        DataInputStream in = WireFormat.reader(body);
        var rows = WireFormat.readInts(in);
        return new EpochOrder(rows, in.readBoolean() ? WireFormat.readBytes(in) : null);
    }
}
