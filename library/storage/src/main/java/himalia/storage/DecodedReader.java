package himalia.storage;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** ArrowBatches whose dictionaries are resolved: a column of categories becomes one of texts. */
final class DecodedReader extends ArrowReader {
    private final ArrowReader encoded;

    DecodedReader(ArrowReader encoded, BufferAllocator allocator) {
        super(allocator);
        this.encoded = encoded;
    }

    static boolean isNeeded(ArrowReader reader) throws IOException {
        return reader.getVectorSchemaRoot().getSchema().getFields().stream()
                .anyMatch(field -> field.getDictionary() != null);
    }

    @Override
    protected Schema readSchema() throws IOException {
        var dictionaries = encoded.getDictionaryVectors();
        return new Schema(
                encoded.getVectorSchemaRoot().getSchema().getFields().stream()
                        .map(
                                field -> {
                                    if (field.getDictionary() == null) {
                                        return field;
                                    }
                                    var words = dictionaries.get(field.getDictionary().getId());
                                    return new Field(
                                            field.getName(),
                                            FieldType.nullable(
                                                    Objects.requireNonNull(words).getVectorType()),
                                            List.of());
                                })
                        .toList());
    }

    @Override
    public boolean loadNextBatch() throws IOException {
        prepareLoadNextBatch();
        if (!encoded.loadNextBatch()) {
            return false;
        }
        var source = encoded.getVectorSchemaRoot();
        var target = getVectorSchemaRoot();
        for (var column = 0; column < source.getFieldVectors().size(); column++) {
            move(source.getVector(column), target.getVector(column));
        }
        target.setRowCount(source.getRowCount());
        return true;
    }

    private void move(FieldVector from, FieldVector to) throws IOException {
        var dictionary = from.getField().getDictionary();
        if (dictionary == null) {
            from.makeTransferPair(to).transfer();
            return;
        }
        var words = encoded.getDictionaryVectors().get(dictionary.getId());
        try (var decoded = DictionaryEncoder.decode(from, words, allocator)) {
            decoded.makeTransferPair(to).transfer();
        }
    }

    @Override
    public long bytesRead() {
        return encoded.bytesRead();
    }

    @Override
    protected void closeReadSource() throws IOException {
        encoded.close();
    }
}
