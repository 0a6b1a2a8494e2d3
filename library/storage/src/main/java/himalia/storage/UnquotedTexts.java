package himalia.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Columns of nothing but texts such as {@code 3}: a CSV file has no types, and whoever reads it takes them for numbers. */
final class UnquotedTexts implements Consumer<VectorSchemaRoot> {
    /** As numbers are read: 007 and twenty digits stay texts. */
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,15})?([eE][+-]?\\d{1,2})?");

    private static final int LONGEST = 40;

    /** Those that may be such ones still, and whether one was there. */
    private final Map<String, Boolean> columns = new LinkedHashMap<>();

    private boolean isBegun;

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
            if (texts.getValueLength(row) > LONGEST
                    || !NUMBER.matcher(String.valueOf(texts.getObject(row))).matches()) {
                columns.remove(name);
                return;
            }
            columns.put(name, true);
        }
    }

    /** Says of each such column what becomes of it. */
    List<String> told() {
        var told = new ArrayList<String>();
        columns.forEach(
                (name, isThere) -> {
                    if (isThere) {
                        told.add(
                                "read as numbers: column '%s' holds texts, and a CSV file has no types"
                                        .formatted(name));
                    }
                });
        return told;
    }
}
