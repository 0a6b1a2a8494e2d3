package himalia.reference;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tech.tablesaw.api.Table;

/** Expected results that other tools computed, from the test resources. */
public final class ModelReference {
    private ModelReference() {}

    public static JsonObject json(String name) {
        try (var reader =
                new InputStreamReader(
                        ModelReference.class.getResourceAsStream("/reference/" + name + ".json"),
                        StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Table table(String name) {
        try (var stream =
                ModelReference.class.getResourceAsStream("/reference/data/" + name + ".csv")) {
            return Table.read().csv(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows that splits.json sets aside, or all others. */
    public static Table heldOut(String name, boolean isTest) {
        var test = ints(json("splits").getAsJsonObject(name).getAsJsonArray("test"));
        var table = table(name);
        var rows =
                IntStream.range(0, table.rowCount())
                        .filter(row -> isTest == IntStream.of(test).anyMatch(t -> t == row))
                        .toArray();
        return table.rows(rows);
    }

    public static int[] ints(JsonArray array) {
        return elements(array).mapToInt(JsonElement::getAsInt).toArray();
    }

    /** Reads numbers, those that JSON has no word for included. */
    public static double[] doubles(JsonArray array) {
        return elements(array).mapToDouble(ModelReference::number).toArray();
    }

    public static double number(JsonElement element) {
        return Double.parseDouble(element.getAsString());
    }

    public static java.util.stream.Stream<JsonElement> elements(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
