package himalia.serving;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import himalia.model.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** One input of a request: a name, a shape of one or two lengths, and cells row by row. */
final class InferTensor {
    private final String name;
    private final List<Integer> shape;
    private final Datatype datatype;
    private final List<JsonElement> cells;

    private InferTensor(
            String name, List<Integer> shape, Datatype datatype, List<JsonElement> cells) {
        this.name = name;
        this.shape = List.copyOf(shape);
        this.datatype = datatype;
        this.cells = cells;
    }

    static InferTensor of(JsonObject input) {
        var name = InferRequest.text("an input's name", input.get("name"));
        var datatype =
                Datatype.named(
                        name,
                        InferRequest.text(
                                "the datatype of input '" + name + "'", input.get("datatype")));
        var shape = shape(name, input);
        if (!input.has("data")) {
            throw Refusal.bad(
                    "input '%s' has no data; binary tensors are not taken".formatted(name));
        }
        var data = InferRequest.array("data", input.get("data"));
        var cells = new ArrayList<JsonElement>();
        boolean isNested = !data.isEmpty() && data.get(0).isJsonArray();
        if (isNested) {
            flatten(name, data, shape, 0, cells);
        } else {
            data.forEach(cells::add);
        }
        long expected = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (cells.size() != expected) {
            throw Refusal.bad(
                    "input '%s' of shape %s wants %d values, got %d"
                            .formatted(name, shape, expected, cells.size()));
        }
        return new InferTensor(name, shape, datatype, cells);
    }

    private static List<Integer> shape(String name, JsonObject input) {
        var lengths = InferRequest.array("shape", input.get("shape"));
        var shape = new ArrayList<Integer>();
        for (var length : lengths) {
            boolean isLength =
                    length instanceof JsonPrimitive number
                            && number.isNumber()
                            && number.getAsString().matches("\\d{1,9}");
            if (!isLength) {
                throw Refusal.bad(
                        "input '%s' has shape %s; lengths are whole numbers from 0"
                                .formatted(name, lengths));
            }
            shape.add(length.getAsInt());
        }
        if (shape.isEmpty() || shape.size() > 2) {
            throw Refusal.bad(
                    "input '%s' has %d dimensions; one or two are taken: rows, or rows and columns"
                            .formatted(name, shape.size()));
        }
        return shape;
    }

    private static void flatten(
            String name, JsonArray data, List<Integer> shape, int level, List<JsonElement> cells) {
        if (level >= shape.size() || data.size() != shape.get(level)) {
            throw Refusal.bad(
                    "the nested data of input '%s' do not have the shape %s"
                            .formatted(name, shape));
        }
        for (var element : data) {
            if (element.isJsonArray()) {
                flatten(name, element.getAsJsonArray(), shape, level + 1, cells);
            } else if (level == shape.size() - 1) {
                cells.add(element);
            } else {
                throw Refusal.bad(
                        "the nested data of input '%s' do not have the shape %s"
                                .formatted(name, shape));
            }
        }
    }

    String name() {
        return name;
    }

    List<Integer> shape() {
        return shape;
    }

    int rows() {
        return shape.get(0);
    }

    int columns() {
        return shape.size() == 1 ? 1 : shape.get(1);
    }

    /** Reads one column as what a feature holds. */
    Column<?> column(Feature feature, int column) {
        return switch (feature.type()) {
            case NUMBER -> DoubleColumn.create(feature.name(), numbers(column));
            case WHOLE_NUMBER -> WholeNumbers.ints(feature, numbers(column));
            case LONG_NUMBER -> WholeNumbers.longs(feature, numbers(column), cells(column));
            case BOOLEAN -> WholeNumbers.truths(feature, numbers(column));
            case CATEGORY, TEXT -> StringColumn.create(feature.name(), texts(column));
            case DATE, TIME, DATE_TIME, INSTANT -> Times.column(feature, texts(column));
            case TENSOR ->
                    throw Refusal.bad(
                            "input '%s' is a tensor of its own, which this server does not take yet"
                                    .formatted(feature.name()));
        };
    }

    private List<JsonElement> cells(int column) {
        return IntStream.range(0, rows()).mapToObj(row -> cells.get(place(row, column))).toList();
    }

    private double[] numbers(int column) {
        return IntStream.range(0, rows())
                .map(row -> place(row, column))
                .mapToDouble(place -> datatype.read(name, place, cells.get(place)))
                .toArray();
    }

    /** Texts, with an empty one for what is missing. */
    private List<String> texts(int column) {
        return IntStream.range(0, rows())
                .map(row -> place(row, column))
                .mapToObj(place -> datatype.text(name, place, cells.get(place)))
                .toList();
    }

    private int place(int row, int column) {
        return row * columns() + column;
    }
}
