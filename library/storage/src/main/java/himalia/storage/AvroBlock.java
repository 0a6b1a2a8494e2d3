package himalia.storage;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/** The rows of one block, unpacked; where each begins is found on the way to the first that is asked for behind it. */
final class AvroBlock implements RowFormat.Rows {
    private final AvroRows format;
    private final Schema schema;
    private final byte[] bytes;
    private final IntArrayList begins = IntArrayList.of(0);
    private @Nullable BinaryDecoder decoder;

    AvroBlock(AvroRows format, Schema schema, byte[] bytes) {
        this.format = format;
        this.schema = schema;
        this.bytes = bytes;
    }

    @Override
    public int bytes() {
        return bytes.length;
    }

    @Override
    public @Nullable Object[] row(int row) throws IOException {
        int known = Math.min(row, begins.size() - 1);
        int from = begins.getInt(known);
        decoder = DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, decoder);
        try {
            for (; known < row; known++) {
                GenericDatumReader.skip(schema, decoder);
                begins.add(bytes.length - decoder.inputStream().available());
            }
            return format.values(decoder);
        } catch (AvroRuntimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
