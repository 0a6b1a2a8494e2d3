package himalia.storage;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.util.ValueVectorUtility;

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
                ValueVectorUtility.validateFull(getVectorSchemaRoot());
                for (var dictionary : getDictionaryVectors().values()) {
                    ValueVectorUtility.validateFull(dictionary.getVector());
                }
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            throw BadFile.of(file, e);
        }
        return more;
    }
}
