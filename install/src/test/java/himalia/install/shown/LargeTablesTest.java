package himalia.install.shown;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.Types;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Showing a table reads a handful of cells, however many rows it has: counted on columns that make up their values. A
 * clock could not tell, as a busy machine is slow and a quick one forgives.
 */
class LargeTablesTest {
    private static final int COLUMNS = 6;

    /** A look for missing values: at 50,000 cells together, and at the last hundred of each column. */
    private static final int LOOK = COLUMNS * (50_000 / COLUMNS + 100);

    /** The shown cells; HTML and text are made of the same. */
    private static final int SHOWN = 20 * COLUMNS;

    private final Map<String, Integer> calls = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(ints = {100_000, 10_000_000, Integer.MAX_VALUE})
    void ofATablesawTableAsManyCellsAreReadWhateverItsRows(int rows) {
        var columns = new Column<?>[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            columns[i] = column("c" + i, rows);
        }
        var bundle = Display.render(Table.create("large", columns));

        assertIsCutTable(bundle, rows);
        assertThat(calls).containsOnlyKeys("get", "isMissing");
        assertThat(calls.get("get")).isEqualTo(SHOWN);
        assertThat(calls.get("isMissing")).isEqualTo(SHOWN + LOOK);
    }

    @ParameterizedTest
    @ValueSource(ints = {100_000, 10_000_000, Integer.MAX_VALUE})
    void ofArrowsVectorsAsManyCellsAreReadWhateverTheirRows(int rows) {
        var fields =
                List.of("c0", "c1", "c2", "c3", "c4", "c5").stream()
                        .map(
                                name ->
                                        new Field(
                                                name,
                                                FieldType.nullable(
                                                        Types.MinorType.BIGINT.getType()),
                                                List.of()))
                        .toList();
        var vectors = fields.stream().map(this::vector).toList();
        var bundle = Display.render(new VectorSchemaRoot(fields, vectors, rows));

        assertIsCutTable(bundle, rows);
        assertThat(calls).containsOnlyKeys("getObject", "isNull");
        assertThat(calls.get("getObject")).isEqualTo(SHOWN);
        assertThat(calls.get("isNull")).isEqualTo(LOOK);
    }

    private static void assertIsCutTable(MimeBundle bundle, int rows) {
        var last = String.format("%,d rows × 6 columns (20 × 6 shown)", rows);
        assertThat(bundle.text()).endsWith(last).contains("\n" + (rows - 1) + " ");
        assertThat((String) bundle.data().get(MimeBundle.HTML))
                .contains(last)
                .contains(">" + (rows - 1) + "</th>");
    }

    private Column<?> column(String name, int rows) {
        return made(
                Column.class,
                Map.of("name", name, "size", rows, "isEmpty", false, "type", ColumnType.INTEGER),
                Map.of("get", 0, "isMissing", false));
    }

    private FieldVector vector(Field field) {
        return made(
                FieldVector.class,
                Map.of("getName", field.getName(), "getMinorType", Types.MinorType.BIGINT),
                Map.of("getObject", 0L, "isNull", false));
    }

    /** A column of any length: what is asked of a cell is counted, and what would go through all of them is counted too. */
    private <T> T made(Class<T> type, Map<String, Object> facts, Map<String, Object> cells) {
        InvocationHandler answer =
                (self, method, arguments) -> {
                    var name = method.getName();
                    if (facts.containsKey(name)) {
                        return facts.get(name);
                    }
                    if (method.getDeclaringClass() == Object.class) {
                        return name.equals("equals") ? self == arguments[0] : 0;
                    }
                    calls.merge(name, 1, Integer::sum);
                    if (!cells.containsKey(name)) {
                        throw new UnsupportedOperationException(name);
                    }
                    return cells.get(name);
                };
        return type.cast(
                Proxy.newProxyInstance(
                        LargeTablesTest.class.getClassLoader(), new Class<?>[] {type}, answer));
    }
}
