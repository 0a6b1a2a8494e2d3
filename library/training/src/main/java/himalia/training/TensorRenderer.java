package himalia.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.grid.Grid;
import himalia.display.grid.GridSource;
import himalia.display.grid.RowCount;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows a tensor by its shape, its type and its first values; a matrix as a table.
 *
 * <pre>{@code
 * import ai.djl.ndarray.NDManager;
 *
 * try (NDManager manager = NDManager.newBaseManager()) {
 *     display(manager.arange(6).reshape(2, 3));
 * }
 * }</pre>
 */
public final class TensorRenderer implements Renderer<NDArray> {
    private static final int FIRST = 6;

    /** Types whose values are read one by one. Others are not converted: a cast of bfloat16 ends the process. */
    private static final Set<DataType> READABLE =
            Set.of(
                    DataType.FLOAT32,
                    DataType.FLOAT64,
                    DataType.INT32,
                    DataType.INT64,
                    DataType.INT8,
                    DataType.UINT8,
                    DataType.BOOLEAN);

    @Override
    public Class<NDArray> type() {
        return NDArray.class;
    }

    @Override
    public String typeName() {
        return "ai.djl.ndarray.NDArray";
    }

    @Override
    public MimeBundle render(NDArray value) {
        var shape = value.getShape().getShape();
        var title = title(value, shape);
        boolean readable = READABLE.contains(value.getDataType()) && value.size() > 0;
        if (readable && shape.length == 2) {
            return Grid.of(new Matrix(value, title)).bundle();
        }
        return MimeBundle.plain(readable ? title + " " + first(value, shape) : title);
    }

    private static String title(NDArray value, long[] shape) {
        var sizes = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining("×"));
        return "["
                + sizes
                + (shape.length == 0 ? "" : " ")
                + value.getDataType().toString().toLowerCase(java.util.Locale.ROOT)
                + "]";
    }

    private static String first(NDArray value, long[] shape) {
        var place = new long[shape.length];
        var text = new StringBuilder();
        long last = shape.length == 0 ? 1 : shape[shape.length - 1];
        for (int i = 0; i < Math.min(last, FIRST); i++) {
            if (shape.length > 0) {
                place[shape.length - 1] = i;
            }
            text.append(i == 0 ? "" : ", ").append(at(value, place));
        }
        return text + (value.size() > Math.min(last, FIRST) ? ", …" : "");
    }

    private static Object at(NDArray value, long... place) {
        return switch (value.getDataType()) {
            case FLOAT32 -> value.getFloat(place);
            case FLOAT64 -> value.getDouble(place);
            case INT32 -> value.getInt(place);
            case INT64 -> value.getLong(place);
            case INT8 -> value.getByte(place);
            case UINT8 -> value.getUint8(place);
            case BOOLEAN -> value.getBoolean(place);
            default -> throw new IllegalArgumentException("not readable: " + value.getDataType());
        };
    }

    private record Matrix(NDArray value, String name) implements GridSource {
        @Override
        public RowCount rows() {
            return RowCount.of(value.getShape().get(0));
        }

        @Override
        public int columns() {
            return (int) Math.min(Integer.MAX_VALUE, value.getShape().get(1));
        }

        @Override
        public String columnName(int column) {
            return Integer.toString(column);
        }

        @Override
        public String typeName(int column) {
            return "";
        }

        @Override
        public @Nullable Object cell(long row, int column) {
            return at(value, row, column);
        }
    }
}
