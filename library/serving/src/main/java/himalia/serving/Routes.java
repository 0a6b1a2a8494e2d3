package himalia.serving;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import himalia.model.Model;
import himalia.model.Target;
import himalia.model.UnfitCell;
import java.util.List;
import java.util.function.Supplier;

/** The paths of the Open Inference Protocol, over one model. */
final class Routes implements JsonRoutes {
    static final String VERSION = "1";

    private final String name;
    private final Model model;

    Routes(String name, Model model) {
        this.name = name;
        this.model = model;
    }

    @Override
    public boolean isOpen(String path) {
        return path.startsWith("/v2/health/");
    }

    @Override
    public Reply failed(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return error(refusal.status(), String.valueOf(refusal.getMessage()));
        }
        if (failure instanceof UnfitCell cell) {
            return error(
                    400,
                    "input '%s', row %d: it %s".formatted(cell.column(), cell.row(), cell.why()));
        }
        return failure instanceof IllegalArgumentException slip
                ? error(400, String.valueOf(slip.getMessage()))
                : error(500, "the model failed: " + failure);
    }

    private static Reply error(int status, String message) {
        var answer = new JsonObject();
        answer.addProperty("error", message);
        return new Reply(status, answer.toString());
    }

    @Override
    public Reply answer(String method, String path, Supplier<String> body) {
        return Reply.of(found(method, path, body));
    }

    private JsonObject found(String method, String path, Supplier<String> body) {
        return switch (path.replaceFirst("/$", "")) {
            case "/v2" -> got(method, path, server());
            case "/v2/models" -> got(method, path, models());
            case "/v2/health/live" -> got(method, path, flag("live"));
            case "/v2/health/ready" -> got(method, path, ready());
            default -> ofModel(method, path, body);
        };
    }

    private JsonObject ofModel(String method, String path, Supplier<String> body) {
        var steps = List.of(path.split("/"));
        boolean isModels = steps.size() >= 4 && path.startsWith("/v2/models/");
        if (!isModels) {
            throw new Refusal(404, "nothing at %s; this server begins at /v2".formatted(path));
        }
        if (!steps.get(3).equals(name)) {
            throw new Refusal(
                    404, "no model '%s' here; there is: %s".formatted(steps.get(3), name));
        }
        var rest = steps.subList(4, steps.size());
        if (rest.size() >= 2 && rest.get(0).equals("versions")) {
            if (!rest.get(1).equals(VERSION)) {
                throw new Refusal(
                        404,
                        "no version '%s' of model '%s'; there is: %s"
                                .formatted(rest.get(1), name, VERSION));
            }
            rest = rest.subList(2, rest.size());
        }
        return switch (String.join("/", rest)) {
            case "" -> got(method, path, metadata());
            case "ready" -> got(method, path, modelReady());
            case "infer" -> infer(method, path, body);
            default -> throw new Refusal(404, "nothing at " + path);
        };
    }

    private JsonObject infer(String method, String path, Supplier<String> body) {
        check(method, "POST", path);
        var request = InferRequest.parse(body.get());
        var table = request.table(model.schema());
        return InferAnswer.of(name, request, model.predict(table));
    }

    private static JsonObject got(String method, String path, JsonObject answer) {
        // What HEAD asks for is a GET without its body, which the gate leaves away.
        if (!method.equals("HEAD")) {
            check(method, "GET", path);
        }
        return answer;
    }

    private static void check(String method, String wanted, String path) {
        if (!method.equals(wanted)) {
            throw Refusal.ofMethod(path, wanted, method);
        }
    }

    private JsonObject models() {
        var names = new JsonArray();
        names.add(name);
        var answer = new JsonObject();
        answer.add("models", names);
        return answer;
    }

    private static JsonObject server() {
        var answer = new JsonObject();
        answer.addProperty("name", "himalia");
        answer.addProperty("version", "2");
        answer.add("extensions", new JsonArray());
        return answer;
    }

    /** The specification's text says {@code live} here and its schema {@code ready}; both are sent. */
    private static JsonObject ready() {
        var answer = flag("live");
        answer.addProperty("ready", true);
        return answer;
    }

    private JsonObject modelReady() {
        var answer = flag("ready");
        answer.addProperty("name", name);
        return answer;
    }

    private static JsonObject flag(String flag) {
        var answer = new JsonObject();
        answer.addProperty(flag, true);
        return answer;
    }

    private JsonObject metadata() {
        var answer = new JsonObject();
        answer.addProperty("name", name);
        var versions = new JsonArray();
        versions.add(VERSION);
        answer.add("versions", versions);
        answer.addProperty("platform", "himalia_" + model.trainer().name());
        var inputs = new JsonArray();
        for (var feature : model.schema().features()) {
            inputs.add(tensor(feature.name(), Datatype.of(feature).name(), -1));
        }
        answer.add("inputs", inputs);
        var outputs = new JsonArray();
        if (model.schema().target() instanceof Target.Classes target) {
            int classes = target.classes().size();
            outputs.add(tensor(InferAnswer.LABEL, "BYTES", -1));
            outputs.add(tensor(InferAnswer.PROBABILITIES, "FP64", -1, classes));
            outputs.add(tensor(InferAnswer.CLASSES, "BYTES", classes));
        } else {
            boolean isGroup = model.schema().target() instanceof Target.Groups;
            outputs.add(tensor(InferAnswer.PREDICTION, isGroup ? "INT64" : "FP64", -1));
            if (model.schema().target() instanceof Target.Scores) {
                outputs.add(tensor(InferAnswer.ANOMALY, "BOOL", -1));
            }
        }
        answer.add("outputs", outputs);
        return answer;
    }

    private static JsonObject tensor(String name, String datatype, int... shape) {
        var tensor = new JsonObject();
        tensor.addProperty("name", name);
        tensor.addProperty("datatype", datatype);
        var lengths = new JsonArray();
        for (int length : shape) {
            lengths.add(length);
        }
        tensor.add("shape", lengths);
        return tensor;
    }
}
