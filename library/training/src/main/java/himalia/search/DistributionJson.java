package himalia.search;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;

/** Distributions as Optuna writes them. */
final class DistributionJson {
    private static final Gson GSON =
            new GsonBuilder()
                    .serializeNulls()
                    .serializeSpecialFloatingPointValues()
                    .disableHtmlEscaping()
                    .create();

    private DistributionJson() {}

    /**
     * Writes one.
     *
     * @throws IllegalArgumentException if it could not be read again
     */
    static String written(ParameterDistribution distribution) {
        var attributes = new JsonObject();
        var name = "CategoricalDistribution";
        if (distribution instanceof RealRange range) {
            name = "FloatDistribution";
            attributes.add(
                    "step", range.step() > 0 ? new JsonPrimitive(range.step()) : JsonNull.INSTANCE);
            attributes.addProperty("low", range.low());
            attributes.addProperty("high", range.last());
            attributes.addProperty("log", range.log());
        } else if (distribution instanceof WholeRange range) {
            name = "IntDistribution";
            attributes.addProperty("log", range.log());
            attributes.addProperty("step", range.step());
            attributes.addProperty("low", range.low());
            attributes.addProperty("high", range.last());
        } else if (distribution instanceof Choice choice) {
            var choices = new JsonArray();
            choice.values().forEach(value -> choices.add(primitive(value)));
            attributes.add("choices", choices);
        }
        var whole = new JsonObject();
        whole.addProperty("name", name);
        whole.add("attributes", attributes);
        var text = text(whole);
        // What cannot be read again would end every later session of a study.
        read(text);
        return text;
    }

    static String text(JsonElement element) {
        return GSON.toJson(element);
    }

    private static JsonPrimitive primitive(Object value) {
        if (value instanceof Boolean truth) {
            return new JsonPrimitive(truth);
        }
        return value instanceof Number number
                ? new JsonPrimitive(number)
                : new JsonPrimitive((String) value);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none that we have
     */
    static ParameterDistribution read(String text) {
        var whole = JsonParser.parseString(text).getAsJsonObject();
        var attributes = whole.getAsJsonObject("attributes");
        var name = whole.get("name").getAsString();
        return switch (name) {
            case "FloatDistribution" ->
                    new RealRange(
                            attributes.get("low").getAsDouble(),
                            attributes.get("high").getAsDouble(),
                            attributes.get("step").isJsonNull()
                                    ? 0
                                    : attributes.get("step").getAsDouble(),
                            attributes.get("log").getAsBoolean());
            case "IntDistribution" ->
                    new WholeRange(
                            whole(attributes, "low"),
                            whole(attributes, "high"),
                            whole(attributes, "step"),
                            attributes.get("log").getAsBoolean());
            case "CategoricalDistribution" -> {
                var values = new ArrayList<Object>();
                for (var each : attributes.getAsJsonArray("choices")) {
                    values.add(value(each));
                }
                yield new Choice(values);
            }
            default -> throw new IllegalArgumentException("no distribution is called " + name);
        };
    }

    private static int whole(JsonObject attributes, String key) {
        try {
            return attributes.get(key).getAsBigDecimal().intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "%s of whole numbers is %s, and they are from %d to %d here"
                            .formatted(
                                    key, attributes.get(key), Integer.MIN_VALUE, Integer.MAX_VALUE),
                    e);
        }
    }

    private static Object value(JsonElement element) {
        if (!element.isJsonPrimitive()) {
            throw new IllegalArgumentException("a choice of " + element + " is not supported");
        }
        var primitive = element.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        if (!primitive.isNumber()) {
            return primitive.getAsString();
        }
        var whole = SpaceText.whole(primitive.getAsString());
        return whole == null ? (Object) primitive.getAsDouble() : whole;
    }
}
