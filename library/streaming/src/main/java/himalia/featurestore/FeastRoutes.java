package himalia.featurestore;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import himalia.featurestore.FeastFailure.Named;
import himalia.serving.JsonRoutes;
import himalia.serving.Refusal;
import himalia.table.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The paths of Feast's Python feature server, over one store. */
final class FeastRoutes implements JsonRoutes {
    private static final Map<String, PushTo> TARGETS =
            Map.of(
                    "online", PushTo.ONLINE,
                    "offline", PushTo.OFFLINE,
                    "online_and_offline", PushTo.ONLINE_AND_OFFLINE);
    private static final Reply NOTHING = new Reply(200, "");
    private static final Reply NULL = new Reply(200, "null");

    private final FeatureStore store;

    FeastRoutes(FeatureStore store) {
        this.store = store;
    }

    @Override
    public boolean isOpen(String path) {
        return path.equals("/health");
    }

    @Override
    public Reply failed(Throwable failure) {
        return FeastFailure.of(failure);
    }

    @Override
    public Reply answer(String method, String path, Supplier<String> body) {
        boolean isHealth = path.equals("/health");
        var wanted = isHealth ? "GET" : "POST";
        boolean isKnown =
                isHealth
                        || Set.of(
                                        "/get-online-features",
                                        "/push",
                                        "/write-to-online-store",
                                        "/materialize",
                                        "/materialize-incremental")
                                .contains(path);
        if (isKnown && !method.equals(wanted) && !(isHealth && method.equals("HEAD"))) {
            throw Refusal.ofMethod(path, wanted, method);
        }
        return switch (path) {
            case "/health" -> NOTHING;
            case "/get-online-features" ->
                    Reply.of(online(FeastRequest.read(body.get(), "'features' and 'entities'")));
            case "/push" -> push(FeastRequest.read(body.get(), "'push_source_name' and 'df'"));
            case "/write-to-online-store" ->
                    write(FeastRequest.read(body.get(), "'feature_view_name' and 'df'"));
            case "/materialize" ->
                    materialize(FeastRequest.read(body.get(), "'start_ts' and 'end_ts'"));
            case "/materialize-incremental" -> {
                var request = FeastRequest.read(body.get(), "'end_ts'");
                store.materializeIncremental(request.moment("end_ts"), views(request));
                yield NULL;
            }
            default ->
                    throw new Refusal(
                            404, "nothing at %s; POST /get-online-features is".formatted(path));
        };
    }

    private String[] views(FeastRequest request) {
        var names = request.texts("feature_views");
        names.forEach(this::view);
        return names.toArray(String[]::new);
    }

    private KnownView view(String name) {
        return found("FeatureViewNotFoundException", () -> store.view(name));
    }

    /** Looks a name up; one that is not there is Feast's error of that class. */
    private static <T> T found(String type, Supplier<T> lookup) {
        try {
            return lookup.get();
        } catch (IllegalArgumentException e) {
            throw new Named(404, type, String.valueOf(e.getMessage()));
        }
    }

    private void checkNames(List<String> asked) {
        var definitions = store.registry().definitions();
        for (var each : asked) {
            if (!FeatureName.isOne(each)) {
                found("FeatureServiceNotFoundException", () -> definitions.service(each));
                continue;
            }
            var name = FeatureName.of(each).view();
            if (definitions.onDemand(name).isEmpty()) {
                view(name);
            }
        }
    }

    private Reply materialize(FeastRequest request) {
        if (request.flag("disable_event_timestamp")) {
            store.materialize(Instant.EPOCH, store.now(), views(request));
        } else {
            store.materialize(request.moment("start_ts"), request.moment("end_ts"), views(request));
        }
        return NULL;
    }

    private Reply push(FeastRequest request) {
        var name = request.text("push_source_name");
        var target = request.optionalText("to").orElse("online");
        var to = TARGETS.get(target);
        if (to == null) {
            throw new IllegalArgumentException(
                    "'to' is online, offline or online_and_offline, got '%s'".formatted(target));
        }
        var columns = request.columns("df");
        var fed =
                store.registry().definitions().views().stream()
                        .filter(known -> pushName(known).equals(name))
                        .toList();
        if (fed.isEmpty()) {
            var names = new LinkedHashSet<String>();
            store.registry().definitions().views().forEach(known -> names.add(pushName(known)));
            throw new Named(
                    422,
                    "PushSourceNotFoundException",
                    String.valueOf(
                            DefinitionNames.unknown("push source", name, names).getMessage()));
        }
        for (var known : fed) {
            store.push(known.name(), columns.rowsOf(store.view(known.name())), to);
        }
        return NOTHING;
    }

    private static String pushName(KnownView known) {
        return known.view().source().pushName().orElse(known.name());
    }

    private Reply write(FeastRequest request) {
        var known = view(request.text("feature_view_name"));
        store.push(known.name(), request.columns("df").rowsOf(known), PushTo.ONLINE);
        return NULL;
    }

    private JsonObject online(FeastRequest request) {
        var asked =
                request.optionalText("feature_service")
                        .map(List::of)
                        .orElseGet(() -> request.texts("features"));
        var columns = request.columns("entities");
        checkNames(asked);
        var names = store.asked(asked.toArray(String[]::new));
        if (request.flag("full_feature_names")) {
            names = names.stream().map(FeatureName::full).toList();
        }
        checkDistinct(names);
        var keys = Skew.keys(store, names);
        var rows = columns.asking(keyKinds(names));
        return written(keys, rows, store.online(rows, Assembly.asking(rows), names));
    }

    private static void checkDistinct(List<FeatureName> names) {
        try {
            Definitions.checkDistinct(names, List.of());
        } catch (IllegalArgumentException e) {
            throw new Named(
                    400,
                    "FeatureNameCollisionError",
                    e.getMessage() + ", or send \"full_feature_names\": true");
        }
    }

    /** Returns what keys hold; where views differ in that, numbers, which texts are read as. */
    private Map<String, String> keyKinds(List<FeatureName> names) {
        var kinds = new HashMap<String, String>();
        for (var view : Skew.views(store, names)) {
            for (int i = 0; i < view.kinds().size(); i++) {
                kinds.merge(
                        view.view().joinKeys().get(i),
                        view.kinds().get(i),
                        (one, other) -> one.equals(EntityKeys.NUMBERS) ? one : other);
            }
        }
        return kinds;
    }

    private static JsonObject written(List<String> keys, Table rows, Assembly answer) {
        var names = new JsonArray();
        var results = new JsonArray();
        for (var key : keys) {
            names.add(key);
            var result = new Result(results);
            for (int row = 0; row < rows.rowCount(); row++) {
                var cell = cell(rows.column(key), row);
                result.add(
                        cell,
                        cell.isJsonNull() ? FieldStatus.NULL_VALUE : FieldStatus.PRESENT,
                        Moments.MISSING);
            }
        }
        var features = answer.features();
        for (var name : answer.names()) {
            names.add(name.called());
            var result = new Result(results);
            for (int row = 0; row < features.rowCount(); row++) {
                result.add(
                        cell(features.column(name.called()), row),
                        answer.status(name, row),
                        answer.time(name, row));
            }
        }
        var metadata = new JsonObject();
        metadata.add("feature_names", names);
        var written = new JsonObject();
        written.add("results", results);
        written.add("metadata", metadata);
        return written;
    }

    /** Feast sends points in time as seconds. */
    private static JsonElement cell(Column<?> column, int row) {
        if (Tables.isMissing(column, row)) {
            return JsonNull.INSTANCE;
        }
        var value = column.get(row);
        if (value instanceof Instant instant) {
            return new JsonPrimitive(instant.getEpochSecond());
        }
        if (value instanceof LocalDateTime time) {
            return new JsonPrimitive(time.toEpochSecond(ZoneOffset.UTC));
        }
        if (value instanceof LocalDate day) {
            return new JsonPrimitive(day.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
        }
        return CellJson.write(column, row);
    }

    /** One column of an answer. */
    private static final class Result {
        private final JsonArray values = new JsonArray();
        private final JsonArray statuses = new JsonArray();
        private final JsonArray times = new JsonArray();

        Result(JsonArray results) {
            var result = new JsonObject();
            result.add("values", values);
            result.add("statuses", statuses);
            result.add("event_timestamps", times);
            results.add(result);
        }

        void add(JsonElement value, FieldStatus status, long time) {
            values.add(value);
            statuses.add(status.name());
            times.add(Moments.instant(time == Moments.MISSING ? 0 : time).toString());
        }
    }
}
