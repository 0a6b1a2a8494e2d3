package himalia.featurestore;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.featurestore.FeastFailure.BadField;
import himalia.serving.StrictJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The parts of a request to Feast's server. */
record FeastRequest(JsonObject body) {
    static FeastRequest read(String body, String wanted) {
        if (body.isEmpty()) {
            throw new BadField("missing", "", "Field required: an object with " + wanted);
        }
        var element = StrictJson.read(body, wanted);
        if (!element.isJsonObject()) {
            throw new BadField(
                    "model_attributes_type", "", "Input should be an object with " + wanted);
        }
        return new FeastRequest(element.getAsJsonObject());
    }

    private Optional<JsonElement> part(String name) {
        return Optional.ofNullable(body.get(name)).filter(part -> !part.isJsonNull());
    }

    private JsonElement needed(String name) {
        return part(name)
                .orElseThrow(
                        () ->
                                new BadField(
                                        "missing", name, "Field required: '%s'".formatted(name)));
    }

    private static BadField wrong(String kind, String name, String wanted, JsonElement got) {
        return new BadField(
                kind, name, "'%s' should be %s, got %s".formatted(name, wanted, cut(got)));
    }

    private static String cut(JsonElement got) {
        var text = got.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    String text(String name) {
        return text(name, needed(name));
    }

    Optional<String> optionalText(String name) {
        return part(name).map(part -> text(name, part));
    }

    private static String text(String name, JsonElement part) {
        if (!part.isJsonPrimitive() || !part.getAsJsonPrimitive().isString()) {
            throw wrong("string_type", name, "a text", part);
        }
        return part.getAsString();
    }

    boolean flag(String name) {
        var part = part(name);
        if (part.isEmpty()) {
            return false;
        }
        if (!part.get().isJsonPrimitive() || !part.get().getAsJsonPrimitive().isBoolean()) {
            throw wrong("bool_parsing", name, "true or false", part.get());
        }
        return part.get().getAsBoolean();
    }

    List<String> texts(String name) {
        var part = part(name);
        if (part.isEmpty()) {
            return List.of();
        }
        if (!part.get().isJsonArray()) {
            throw wrong("list_type", name, "a list of texts", part.get());
        }
        return part.get().getAsJsonArray().asList().stream().map(each -> text(name, each)).toList();
    }

    /** Reads columns: an object with a list for each, all of one length. */
    FeastColumns columns(String name) {
        var part = needed(name);
        if (!part.isJsonObject()) {
            throw wrong("dict_type", name, "an object with a list for each column", part);
        }
        int rows = -1;
        for (var column : part.getAsJsonObject().entrySet()) {
            var field = name + "." + column.getKey();
            if (!column.getValue().isJsonArray()) {
                throw wrong("list_type", field, "a list", column.getValue());
            }
            int size = column.getValue().getAsJsonArray().size();
            if (rows >= 0 && size != rows) {
                throw new BadField(
                        "value_error",
                        field,
                        "'%s' has %d values, and the column before it %d; all have one for each row"
                                .formatted(field, size, rows));
            }
            rows = size;
        }
        return new FeastColumns(name, part.getAsJsonObject(), Math.max(0, rows));
    }

    /** Reads a moment; without a zone it is UTC's. */
    Instant moment(String name) {
        var text = text(name);
        try {
            return FeastColumns.moment(text, ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new BadField(
                    "datetime_parsing",
                    name,
                    "'%s' is '%s', and a time is written as 2026-01-31T08:30:00Z"
                            .formatted(name, text));
        }
    }

    /** Writes a request for all features of the first view. */
    static String example(Definitions definitions) {
        var request = new JsonObject();
        var features = new JsonArray();
        var entities = new JsonObject();
        definitions.views().stream()
                .findFirst()
                .ifPresent(
                        known -> {
                            known.featureNames()
                                    .forEach(each -> features.add(known.name() + ":" + each));
                            var keys = known.view().joinKeys();
                            for (int i = 0; i < keys.size(); i++) {
                                var values = new JsonArray();
                                if (known.kinds().isEmpty()
                                        || known.kinds().get(i).equals(EntityKeys.NUMBERS)) {
                                    values.add(1);
                                } else {
                                    values.add("1");
                                }
                                entities.add(keys.get(i), values);
                            }
                        });
        request.add("features", features);
        request.add("entities", entities);
        return request.toString();
    }
}
