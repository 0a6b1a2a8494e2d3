package himalia.storage;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.grid.Grid;
import himalia.display.grid.GridSource;
import himalia.display.grid.Missing;
import himalia.display.grid.RowCount;
import java.util.Locale;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.Types;
import org.apache.arrow.vector.util.Text;
import org.jspecify.annotations.Nullable;

/**
 * Shows Arrow's columns in memory as a table; only the cells that are shown are read.
 *
 * <pre>{@code
 * import org.apache.arrow.memory.RootAllocator;
 * import org.apache.arrow.vector.Float8Vector;
 * import org.apache.arrow.vector.VectorSchemaRoot;
 *
 * var heights = new Float8Vector("height", new RootAllocator());
 * heights.setSafe(0, 1.71);
 * heights.setValueCount(1);
 * display(VectorSchemaRoot.of(heights));
 * }</pre>
 */
public final class VectorsRenderer implements Renderer<VectorSchemaRoot> {
    @Override
    public Class<VectorSchemaRoot> type() {
        return VectorSchemaRoot.class;
    }

    @Override
    public String typeName() {
        return "org.apache.arrow.vector.VectorSchemaRoot";
    }

    @Override
    public MimeBundle render(VectorSchemaRoot value) {
        return Grid.of(new Vectors(value)).bundle();
    }

    private record Vectors(VectorSchemaRoot root) implements GridSource {
        @Override
        public String name() {
            return "VectorSchemaRoot";
        }

        @Override
        public RowCount rows() {
            return RowCount.of(root.getRowCount());
        }

        @Override
        public int columns() {
            return root.getSchema().getFields().size();
        }

        @Override
        public String columnName(int column) {
            return root.getVector(column).getName();
        }

        @Override
        public String typeName(int column) {
            var vector = root.getVector(column);
            var name =
                    switch (vector.getMinorType()) {
                        case INT -> "int";
                        case BIGINT -> "long";
                        case SMALLINT -> "short";
                        case TINYINT -> "byte";
                        case FLOAT4 -> "float";
                        case FLOAT8 -> "double";
                        case BIT -> "boolean";
                        case VARCHAR, LARGEVARCHAR -> "String";
                        default -> words(vector.getMinorType());
                    };
            return name + (Missing.any(root.getRowCount(), columns(), vector::isNull) ? "?" : "");
        }

        private static String words(Types.MinorType type) {
            return type.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public @Nullable Object cell(long row, int column) {
            Object value = root.getVector(column).getObject((int) row);
            return value instanceof Text text ? text.toString() : value;
        }
    }
}
