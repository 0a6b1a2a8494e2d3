package himalia.featurestore;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import himalia.serving.JsonRoutes.Reply;
import himalia.serving.Refusal;

/** What went wrong, as Feast's server says it: its Python client makes an exception of the same class of this. */
final class FeastFailure {
    private FeastFailure() {}

    /** A part of a request that is missing or of another kind. */
    static final class BadField extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String kind;
        private final String field;

        BadField(String kind, String field, String message) {
            super(message);
            this.kind = kind;
            this.field = field;
        }
    }

    /** A name that a request should have known; its class is one of {@code feast.errors}. */
    static final class Named extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String type;

        Named(int status, String type, String message) {
            super(message);
            this.status = status;
            this.type = type;
        }
    }

    static Reply of(Throwable failure) {
        var message = String.valueOf(failure.getMessage());
        if (failure instanceof BadField bad) {
            return new Reply(422, detail(fieldError(bad.kind, bad.field, message)).toString());
        }
        if (failure instanceof Named named) {
            return new Reply(named.status, feast(named.type, message));
        }
        if (failure instanceof Refusal refusal) {
            // A body that is no JSON is Feast's 422; the rest is told as FastAPI tells it.
            return refusal.status() == 400
                    ? new Reply(422, detail(fieldError("json_invalid", "", message)).toString())
                    : new Reply(refusal.status(), detail(new JsonPrimitive(message)).toString());
        }
        if (failure instanceof StoreUnavailable) {
            // Sent again later, it may go.
            return new Reply(503, feast("FeastError", message));
        }
        return failure instanceof IllegalArgumentException
                ? new Reply(400, feast("FeastError", message))
                : new Reply(500, feast("FeastError", "the feature store failed: " + failure));
    }

    /** A string that holds JSON, as Feast sends it. */
    private static String feast(String type, String message) {
        var detail = new JsonObject();
        detail.addProperty("module", "feast.errors");
        detail.addProperty("class", type);
        detail.addProperty("message", message);
        return new JsonPrimitive(detail.toString()).toString();
    }

    private static JsonElement fieldError(String kind, String field, String message) {
        var error = new JsonObject();
        error.addProperty("type", kind);
        var place = new JsonArray();
        place.add("body");
        for (var step : field.isEmpty() ? new String[0] : field.split("\\.", -1)) {
            place.add(step);
        }
        error.add("loc", place);
        error.addProperty("msg", message);
        var errors = new JsonArray();
        errors.add(error);
        return errors;
    }

    private static JsonObject detail(JsonElement detail) {
        var answer = new JsonObject();
        answer.add("detail", detail);
        return answer;
    }
}
