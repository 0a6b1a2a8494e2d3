package himalia.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.function.Function;

/** Numbers, texts, truths and enums as JSON, and back. */
final class PlainValues {
    private static final Map<Class<?>, Function<JsonElement, Object>> READERS =
            Map.ofEntries(
                    Map.entry(String.class, JsonElement::getAsString),
                    Map.entry(boolean.class, JsonElement::getAsBoolean),
                    Map.entry(Boolean.class, JsonElement::getAsBoolean),
                    Map.entry(byte.class, JsonElement::getAsByte),
                    Map.entry(Byte.class, JsonElement::getAsByte),
                    Map.entry(short.class, JsonElement::getAsShort),
                    Map.entry(Short.class, JsonElement::getAsShort),
                    Map.entry(int.class, JsonElement::getAsInt),
                    Map.entry(Integer.class, JsonElement::getAsInt),
                    Map.entry(long.class, JsonElement::getAsLong),
                    Map.entry(Long.class, JsonElement::getAsLong),
                    Map.entry(float.class, json -> Float.parseFloat(json.getAsString())),
                    Map.entry(Float.class, json -> Float.parseFloat(json.getAsString())),
                    Map.entry(double.class, json -> Double.parseDouble(json.getAsString())),
                    Map.entry(Double.class, json -> Double.parseDouble(json.getAsString())));

    private PlainValues() {}

    /** Returns true for what is declared as one of these. */
    static boolean are(Class<?> declared) {
        return declared.isEnum() || READERS.containsKey(declared);
    }

    static JsonElement write(Object value) {
        if (value instanceof Number number) {
            // JSON has no word for infinity and NaN.
            return Double.isFinite(number.doubleValue())
                    ? new JsonPrimitive(number)
                    : new JsonPrimitive(number.toString());
        }
        if (value instanceof Boolean truth) {
            return new JsonPrimitive(truth);
        }
        return new JsonPrimitive(
                value instanceof Enum<?> constant ? constant.name() : value.toString());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Object read(JsonElement json, Class<?> declared) {
        if (declared.isEnum()) {
            return Enum.valueOf((Class) declared, json.getAsString());
        }
        var reader = READERS.get(declared);
        if (reader == null) {
            throw new IllegalArgumentException(
                    "a %s is wanted where it holds %s".formatted(declared.getSimpleName(), json));
        }
        return reader.apply(json);
    }
}
