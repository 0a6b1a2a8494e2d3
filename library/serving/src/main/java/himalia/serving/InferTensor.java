package himalia.serving;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** One input of a request: a name, a shape of one or two lengths, and numbers row by row. */
final class InferTensor {
    private final String name;
    private final List<Integer> shape;
    private final double[] values;

    private InferTensor(String name, List<Integer> shape, double[] values) {
        this.name = name;
        this.shape = List.copyOf(shape);
        this.values = values;
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
        var values = new double[cells.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = datatype.read(name, i, cells.get(i));
        }
        return new InferTensor(name, shape, values);
    }

    private static List<Integer> shape(String name, JsonObject input) {
        var lengths = InferRequest.array("shape", input.get("shape"));
        var shape = new ArrayList<Integer>();
        for (var length : lengths) {
            boolean isLength = length.isJsonPrimitive() && length.getAsString().matches("\\d{1,9}");
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

    double[] column(int column) {
        var values = new double[rows()];
        for (int i = 0; i < values.length; i++) {
            values[i] = this.values[i * columns() + column];
        }
        return values;
    }
}
