package himalia.storage;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.validate.ValidateVectorBufferVisitor;
import org.apache.arrow.vector.validate.ValidateVectorDataVisitor;

/** An Arrow file whose batches are checked before a value is read: by a false offset the whole process would end. */
final class ArrowFile extends ArrowFileReader {
    private final Path file;

    ArrowFile(Path file, SeekableByteChannel channel, BufferAllocator allocator) {
        super(channel, allocator, CommonsCompressionFactory.INSTANCE);
        this.file = file;
    }

    @Override
    public boolean loadNextBatch() throws IOException {
        boolean more;
        try {
            more = super.loadNextBatch();
            if (more) {
                for (var vector : getVectorSchemaRoot().getFieldVectors()) {
                    check(vector);
                }
                for (var dictionary : getDictionaryVectors().values()) {
                    check(dictionary.getVector());
                }
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            throw BadFile.of(file, e);
        }
        return more;
    }

    /** Arrow's own check of all refuses maps and half floats, whose types it does not know. */
    private static void check(FieldVector vector) {
        vector.accept(new ValidateVectorBufferVisitor(), null);
        vector.accept(new ValidateVectorDataVisitor(), null);
    }
}
