package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/** Columns of nothing but texts such as {@code 3}: a CSV file has no types, and whoever reads it takes them for numbers. */
final class UnquotedTexts implements Consumer<VectorSchemaRoot> {
    /** What numbers, times and what says that there is none are written with; the file is asked about such columns. */
    private static final Pattern NUMBER_OR_TIME =
            Pattern.compile(
                    "\\s*([-+.,:/ TZeE0-9()BC]+|[-+]?(?i:inf|infinity)|(?i:true|false))\\s*");

    private static final String TEXT = "VARCHAR";

    private static final int LONGEST = 40;

    private static final String NUMBERS = "numbers";

    private static final String TIMES = "dates or times";

    private static final Map<String, String> KINDS =
            Map.of(
                    "INTEGER",
                    NUMBERS,
                    "BIGINT",
                    NUMBERS,
                    "DOUBLE",
                    NUMBERS,
                    "BOOLEAN",
                    "true and false");

    /** Those that may be such ones still, and whether one was there. */
    private final Map<String, Boolean> columns = new LinkedHashMap<>();

    /** Those of times and decimals, which are written as texts and are read as what they are. */
    private final Map<String, ArrowType> written = new HashMap<>();

    private boolean isBegun;

    /** Begins with the fields that the rows had before a CSV file was to hold them. */
    UnquotedTexts(List<Field> fields) {
        fields.forEach(field -> written.put(field.getName(), field.getType()));
    }

    @Override
    public void accept(VectorSchemaRoot batch) {
        for (var vector : batch.getFieldVectors()) {
            if (vector instanceof VarCharVector texts && !isBegun) {
                columns.put(texts.getName(), false);
            }
        }
        isBegun = true;
        for (var name : List.copyOf(columns.keySet())) {
            if (batch.getVector(name) instanceof VarCharVector texts) {
                look(name, texts, batch.getRowCount());
            }
        }
    }

    private void look(String name, VarCharVector texts, int rows) {
        for (int row = 0; row < rows; row++) {
            if (texts.isNull(row)) {
                continue;
            }
            if (texts.getValueLength(row) > LONGEST || !mayBeOther(texts.getObject(row))) {
                columns.remove(name);
                return;
            }
            columns.put(name, true);
        }
    }

    private static boolean mayBeOther(Object value) {
        var text = String.valueOf(value);
        return CsvScan.MARKS.contains(text) || NUMBER_OR_TIME.matcher(text).matches();
    }

    /** Reads what was written, and says of each such column what becomes of it. */
    List<String> told(Path file, FileWork job) throws IOException {
        if (!columns.containsValue(true)) {
            return List.of();
        }
        var source = new Source(file, Format.CSV, CsvOptions.defaults(), Source.Call.CONVERT);
        try (var queries = Queries.open(job)) {
            var types = Duck.types(queries, CsvScan.of(queries, source));
            var told = new ArrayList<String>();
            columns.forEach(
                    (name, isThere) -> {
                        // Read, a name has no blanks around it.
                        var type = types.getOrDefault(name.strip(), TEXT);
                        var kind = KINDS.getOrDefault(type, TIMES);
                        if (isThere && !type.equals(TEXT) && !isOfKind(name, kind)) {
                            told.add(
                                    "read as %s: column '%s' holds texts, and a CSV file has no types"
                                            .formatted(kind, name));
                        }
                    });
            return told;
        } catch (SQLException e) {
            throw BadFile.of(file, e);
        }
    }

    private boolean isOfKind(String name, String kind) {
        var type = written.get(name);
        return type instanceof ArrowType.Timestamp && kind.equals(TIMES)
                || type instanceof ArrowType.Decimal && kind.equals(NUMBERS);
    }
}
