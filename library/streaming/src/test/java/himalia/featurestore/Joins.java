package himalia.featurestore;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The rows and the answers of joins.json; its seconds are counted from the beginning of 2026. */
record Joins(JsonObject reference) {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** One of the six questions. */
    record Variant(String name, Duration ttl, Visibility visibility) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Joins read() {
        try (var reader =
                new InputStreamReader(
                        Objects.requireNonNull(Joins.class.getResourceAsStream("/joins.json")),
                        StandardCharsets.UTF_8)) {
            return new Joins(JsonParser.parseReader(reader).getAsJsonObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Variant> variants() {
        return read().reference.getAsJsonObject("asof").keySet().stream()
                .map(
                        name -> {
                            var ttl = name.replaceFirst("ttl=(\\w+),.*", "$1");
                            return new Variant(
                                    name,
                                    ttl.equals("None")
                                            ? FeatureView.FOREVER
                                            : Duration.ofSeconds(Long.parseLong(ttl)),
                                    name.endsWith("True")
                                            ? Visibility.CREATED_BY_THEN
                                            : Visibility.EVER_CREATED);
                        });
    }

    Table featureRows() {
        var entity = IntColumn.create("entity");
        var event = InstantColumn.create("event_time");
        var created = InstantColumn.create("created_time");
        var value = DoubleColumn.create("value");
        for (var each : reference.getAsJsonObject("feature_rows").getAsJsonArray("rows")) {
            var row = each.getAsJsonArray();
            entity.append(row.get(0).getAsInt());
            event.append(at(row.get(1)));
            created.append(at(row.get(2)));
            value.append(row.get(3).getAsDouble());
        }
        return Table.create("stats", entity, event, created, value);
    }

    Table entityRows() {
        var entity = IntColumn.create("entity");
        var asked = InstantColumn.create("asked");
        for (var each : reference.getAsJsonArray("entity_rows")) {
            entity.append(each.getAsJsonArray().get(0).getAsInt());
            asked.append(at(each.getAsJsonArray().get(1)));
        }
        return Table.create("rows", entity, asked);
    }

    List<@Nullable Double> answers(Variant variant) {
        JsonArray answers = reference.getAsJsonObject("asof").getAsJsonArray(variant.name());
        var values = new ArrayList<@Nullable Double>();
        answers.forEach(each -> values.add(each.isJsonNull() ? null : each.getAsDouble()));
        return values;
    }

    static FeatureView view(FeatureSource source, Duration ttl) {
        return FeatureView.of("stats", new Entity("entity", "entity"), source).ttl(ttl);
    }

    static List<@Nullable Double> values(Table table, String column) {
        var values = new ArrayList<@Nullable Double>();
        for (int row = 0; row < table.rowCount(); row++) {
            values.add(
                    table.column(column).isMissing(row)
                            ? null
                            : (Double) table.column(column).get(row));
        }
        return values;
    }

    private static Instant at(JsonElement seconds) {
        return START.plusSeconds(seconds.getAsLong());
    }
}
