package himalia.serving;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import himalia.model.Feature;
import himalia.model.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.Table;

/**
 * What somebody asks of a model: tensors, and which outputs they want.
 *
 * <p>Either one tensor holds all features, a row an example, or each feature has a tensor of its name.
 *
 * @param id echoed in the answer
 * @param outputs the outputs wanted; empty for all
 */
record InferRequest(Optional<String> id, List<InferTensor> inputs, List<String> outputs) {
    private static final int LISTED = 20;

    InferRequest {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    static InferRequest parse(String body) {
        var request = object("the request", StrictJson.read(body, "'inputs'"));
        var inputs = new ArrayList<InferTensor>();
        for (var input : array("inputs", request.get("inputs"))) {
            inputs.add(InferTensor.of(object("each input", input)));
        }
        if (inputs.isEmpty()) {
            throw Refusal.bad("'inputs' is empty; send at least one tensor");
        }
        var outputs = new ArrayList<String>();
        if (request.has("outputs")) {
            for (var output : array("outputs", request.get("outputs"))) {
                outputs.add(text("an output's name", object("each output", output).get("name")));
            }
        }
        var id =
                request.has("id")
                        ? Optional.of(text("'id'", request.get("id")))
                        : Optional.<String>empty();
        return new InferRequest(id, inputs, outputs);
    }

    /** Returns the features as a table of the model's columns. */
    Table table(Schema schema) {
        var names = schema.featureNames();
        var first = inputs.get(0);
        // A tensor of one dimension is a column, and says by its name which one.
        boolean isOneMatrix =
                inputs.size() == 1
                        && first.shape().size() == 2
                        && (first.columns() > 1 || names.size() == 1);
        return isOneMatrix ? ofMatrix(schema, first) : ofColumns(schema);
    }

    private static Table ofMatrix(Schema schema, InferTensor matrix) {
        int width = schema.features().size();
        if (matrix.columns() != width) {
            throw Refusal.bad(
                    "input '%s' has %d columns, and the model takes %d: %s"
                            .formatted(
                                    matrix.name(),
                                    matrix.columns(),
                                    width,
                                    Listed.of(schema.featureNames(), LISTED)));
        }
        var table = Table.create("request");
        for (int j = 0; j < width; j++) {
            table.addColumns(matrix.column(schema.features().get(j), j));
        }
        return table;
    }

    private Table ofColumns(Schema schema) {
        Map<String, InferTensor> byName = new HashMap<>();
        for (var input : inputs) {
            if (!schema.featureNames().contains(input.name())) {
                throw Refusal.bad(
                        "the model takes no input '%s'%s"
                                .formatted(
                                        input.name(),
                                        Nearest.hint(input.name(), schema.featureNames())));
            }
            if (byName.put(input.name(), input) != null) {
                throw Refusal.bad("input '%s' is sent twice".formatted(input.name()));
            }
        }
        // All of them before the cells of any: what is wrong with a long request is told soon.
        int rows = inputs.get(0).rows();
        for (Feature feature : schema.features()) {
            var input = named(byName, feature.name());
            if (input.columns() != 1 || input.rows() != rows) {
                throw Refusal.bad(
                        "input '%s' has shape %s, and [%d] is wanted, as of input '%s'"
                                .formatted(
                                        input.name(), input.shape(), rows, inputs.get(0).name()));
            }
        }
        var table = Table.create("request");
        for (Feature feature : schema.features()) {
            table.addColumns(named(byName, feature.name()).column(feature, 0));
        }
        return table;
    }

    private static InferTensor named(Map<String, InferTensor> byName, String name) {
        var input = byName.get(name);
        if (input == null) {
            throw Refusal.bad("input '%s' is missing".formatted(name));
        }
        return input;
    }

    static JsonObject object(String what, JsonElement element) {
        if (element == null || !element.isJsonObject()) {
            throw Refusal.bad(what + " must be a JSON object");
        }
        return element.getAsJsonObject();
    }

    static JsonArray array(String name, JsonElement element) {
        if (element == null || !element.isJsonArray()) {
            throw Refusal.bad("'" + name + "' must be a JSON array");
        }
        return element.getAsJsonArray();
    }

    static String text(String what, JsonElement element) {
        if (element == null
                || !element.isJsonPrimitive()
                || !element.getAsJsonPrimitive().isString()) {
            throw Refusal.bad(what + " must be a text");
        }
        return element.getAsString();
    }
}
