package himalia.serving;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import himalia.model.Feature;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Rows of a table as the protocol asks about them: one matrix where all is numbers, else a tensor a column. */
final class InferQuestion {
    /** More would fill the screen, where one matrix says the same. */
    private static final int MOST_INPUTS = 8;

    private final Schema schema;
    private final Table table;
    private final double[][] rows;

    InferQuestion(Schema schema, Table table) {
        this.schema = schema;
        this.table = table;
        this.rows = isMatrix(schema) ? schema.rows(table) : new double[0][];
    }

    /** Returns true where all features are numbers that a double holds, so that one tensor can hold them. */
    static boolean isMatrix(Schema schema) {
        return schema.features().stream()
                .allMatch(
                        feature -> isNumber(feature) && feature.type() != Feature.Type.LONG_NUMBER);
    }

    /** Returns the request for some of the rows. */
    String body(int start, int end) {
        var output = new JsonObject();
        output.addProperty("name", wanted());
        var request = new JsonObject();
        request.add("inputs", listOf(isMatrix(schema) ? matrix(start, end) : columns(start, end)));
        request.add("outputs", listOf(List.of(output)));
        return request.toString();
    }

    /** Returns inputs that anybody may try the model with: one row, each cell of the type that the metadata name. */
    static String example(Schema schema) {
        int width = schema.features().size();
        if (width > MOST_INPUTS
                && schema.features().stream().allMatch(f -> f.type() == Feature.Type.NUMBER)) {
            return "[{\"name\":\"features\",\"shape\":[1,%s],\"datatype\":\"FP64\",\"data\":[%s]}]"
                    .formatted(width, String.join(",", Collections.nCopies(width, "0")));
        }
        var inputs = new ArrayList<JsonObject>();
        for (var feature : schema.features()) {
            var data = new JsonArray();
            data.add(exampleCell(feature));
            inputs.add(input(feature.name(), Datatype.of(feature).name(), data, 1));
        }
        return listOf(inputs).toString();
    }

    private static JsonPrimitive exampleCell(Feature feature) {
        return switch (feature.type()) {
            case NUMBER, TENSOR -> new JsonPrimitive(0.0);
            case WHOLE_NUMBER, LONG_NUMBER -> new JsonPrimitive(0);
            case BOOLEAN -> new JsonPrimitive(false);
            case CATEGORY -> new JsonPrimitive(feature.levels().stream().findFirst().orElse(""));
            case TEXT -> new JsonPrimitive("text");
            case DATE, TIME, DATE_TIME, INSTANT -> new JsonPrimitive(Times.example(feature.type()));
        };
    }

    /** Returns the output that holds the answers. */
    String wanted() {
        return schema.target() instanceof Target.Classes
                ? InferAnswer.PROBABILITIES
                : InferAnswer.PREDICTION;
    }

    private List<JsonObject> matrix(int start, int end) {
        var data = new JsonArray();
        for (int i = start; i < end; i++) {
            for (double value : rows[i]) {
                data.add(number(value));
            }
        }
        return List.of(input("features", "FP64", data, end - start, schema.features().size()));
    }

    private List<JsonObject> columns(int start, int end) {
        var inputs = new ArrayList<JsonObject>();
        for (var feature : schema.features()) {
            var data = new JsonArray();
            var column = Tables.column(table, feature.name());
            boolean isLong = column instanceof LongColumn;
            if (isNumber(feature) && !isLong) {
                var one = new Schema(List.of(feature), schema.target());
                var part = one.rows(table.inRange(start, end));
                for (var row : part) {
                    data.add(number(row[0]));
                }
            } else {
                for (int i = start; i < end; i++) {
                    data.add(Tables.isMissing(column, i) ? JsonNull.INSTANCE : cell(column, i));
                }
            }
            var datatype = isLong ? "INT64" : isNumber(feature) ? "FP64" : "BYTES";
            inputs.add(input(feature.name(), datatype, data, end - start));
        }
        return inputs;
    }

    private static JsonElement cell(Column<?> column, int row) {
        return column instanceof LongColumn numbers
                ? new JsonPrimitive(numbers.getLong(row))
                : new JsonPrimitive(String.valueOf(column.get(row)));
    }

    private static JsonElement number(double value) {
        return Double.isNaN(value) ? JsonNull.INSTANCE : new JsonPrimitive(value);
    }

    private static boolean isNumber(Feature feature) {
        return feature.type().isNumber() || feature.type() == Feature.Type.BOOLEAN;
    }

    private static JsonObject input(String name, String datatype, JsonArray data, int... shape) {
        var lengths = new JsonArray();
        for (int length : shape) {
            lengths.add(length);
        }
        var input = new JsonObject();
        input.addProperty("name", name);
        input.addProperty("datatype", datatype);
        input.add("shape", lengths);
        input.add("data", data);
        return input;
    }

    private static JsonArray listOf(List<JsonObject> objects) {
        var list = new JsonArray();
        objects.forEach(list::add);
        return list;
    }
}
