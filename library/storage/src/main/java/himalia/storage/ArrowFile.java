package himalia.storage;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.Decimal256Vector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.LargeListVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.types.UnionMode;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
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

    /** Categories within others would come as their numbers. */
    void refuseUnknown() throws IOException {
        for (var column : getVectorSchemaRoot().getSchema().getFields()) {
            var unknown = unknown(column);
            if (unknown.isPresent()) {
                throw BadFile.because(
                        "%s: column '%s' is of Arrow's type %s, which is not read here; write it as another: in pyarrow column.cast(…), in polars write_parquet"
                                .formatted(file.getFileName(), column.getName(), unknown.get()));
            }
            if (hasCategories(column.getChildren())) {
                throw BadFile.because(
                        "%s: column '%s' of type %s has categories (a dictionary) within it, which are not read here; write their values instead"
                                .formatted(file.getFileName(), column.getName(), column.getType()));
            }
        }
    }

    private static Optional<ArrowType> unknown(Field field) {
        var type = field.getType();
        return type instanceof ArrowType.ListView
                        || type instanceof ArrowType.LargeListView
                        || type instanceof ArrowType.RunEndEncoded
                        || type instanceof ArrowType.Union union
                                && union.getMode() == UnionMode.Dense
                ? Optional.of(type)
                : field.getChildren().stream().flatMap(child -> unknown(child).stream()).findAny();
    }

    private static boolean hasCategories(List<Field> fields) {
        return fields.stream()
                .anyMatch(
                        field ->
                                field.getDictionary() != null
                                        || hasCategories(field.getChildren()));
    }

    /** Arrow's own check of all refuses maps, half floats and lists of one size, whose types it does not know. */
    private static void check(FieldVector vector) {
        if (vector instanceof FixedSizeListVector list) {
            var elements = (FieldVector) list.getDataVector();
            if (elements.getValueCount() < (long) list.getValueCount() * list.getListSize()) {
                throw new IllegalArgumentException(
                        "column '%s' has fewer elements than its lists".formatted(list.getName()));
            }
            check(elements);
        } else if (vector instanceof StructVector struct) {
            struct.getChildrenFromFields().forEach(ArrowFile::check);
        } else if (vector instanceof ListVector list) {
            list.accept(new ValidateVectorBufferVisitor(), null);
            checkOffsets(list, list::getElementStartIndex, list::getElementEndIndex);
        } else if (vector instanceof LargeListVector list) {
            list.accept(new ValidateVectorBufferVisitor(), null);
            checkOffsets(list, list::getElementStartIndex, list::getElementEndIndex);
        } else if (vector instanceof DecimalVector || vector instanceof Decimal256Vector) {
            // Arrow's check refuses those that use all digits of their type.
            vector.accept(new ValidateVectorBufferVisitor(), null);
        } else {
            vector.accept(new ValidateVectorBufferVisitor(), null);
            vector.accept(new ValidateVectorDataVisitor(), null);
        }
    }

    /** Arrow's check of lists goes on to what is in them without asking here. */
    private static void checkOffsets(
            FieldVector list, IntToLongFunction from, IntToLongFunction to) {
        var elements = list.getChildrenFromFields().get(0);
        long before = 0;
        for (int row = 0; row < list.getValueCount(); row++) {
            long begin = from.applyAsLong(row);
            long end = to.applyAsLong(row);
            if (begin < before || end < begin || end > elements.getValueCount()) {
                throw new IllegalArgumentException(
                        "column '%s' has a list from element %d to %d, and there are %d"
                                .formatted(list.getName(), begin, end, elements.getValueCount()));
            }
            before = end;
        }
        check(elements);
    }
}
