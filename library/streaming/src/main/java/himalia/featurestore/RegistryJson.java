package himalia.featurestore;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import himalia.model.Feature;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Definitions as JSON. What lives in a session alone is not in it: the rows of a table and the code of a function, whose
 * definitions have to be applied again.
 */
final class RegistryJson {
    private static final int VERSION = 1;

    private RegistryJson() {}

    static String write(Definitions definitions) {
        var written = new JsonObject();
        written.addProperty("version", VERSION);
        var views = new JsonArray();
        definitions.views().forEach(view -> views.add(view(view)));
        written.add("views", views);
        var onDemand = new JsonArray();
        definitions.onDemand().stream()
                .filter(view -> !view.expressions().isEmpty())
                .forEach(view -> onDemand.add(onDemand(view)));
        written.add("on_demand_views", onDemand);
        var services = new JsonArray();
        definitions.services().forEach(service -> services.add(service(service)));
        written.add("services", services);
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(written)
                + "\n";
    }

    private static JsonObject view(KnownView known) {
        var view = known.view();
        var source = view.source();
        var written = new JsonObject();
        written.addProperty("name", view.name());
        var entities = new JsonArray();
        for (var entity : view.entities()) {
            var about = new JsonObject();
            about.addProperty("name", entity.name());
            about.addProperty("join_key", entity.joinKey());
            entities.add(about);
        }
        written.add("entities", entities);
        written.add("key_kinds", texts(known.kinds()));
        boolean isForever = view.ttlNanos() == Long.MAX_VALUE;
        written.addProperty("ttl", isForever ? "forever" : view.ttl().toString());
        var features = new JsonArray();
        for (var feature : known.features()) {
            var about = new JsonObject();
            about.addProperty("name", feature.name());
            about.addProperty("type", feature.type().name());
            features.add(about);
        }
        written.add("features", features);
        written.addProperty(
                "source", source.isPushed() ? "push" : source.place().isEmpty() ? "table" : "file");
        written.addProperty("file", source.place());
        written.addProperty("event_time", source.eventTime());
        written.addProperty("created_time", source.createdTime().orElse(""));
        written.addProperty("zone", source.zone().getId());
        written.addProperty("push_name", source.pushName().orElse(""));
        return written;
    }

    private static JsonObject onDemand(OnDemandView view) {
        var written = new JsonObject();
        written.addProperty("name", view.name());
        written.addProperty("sql", view.expressions());
        written.add("sources", texts(view.sources()));
        return written;
    }

    private static JsonObject service(FeatureService service) {
        var written = new JsonObject();
        written.addProperty("name", service.name());
        written.add("features", texts(service.features()));
        return written;
    }

    /**
     * Returns what a file says, with what lives in a session alone from before: rows of tables, where their view is the same,
     * and functions, where no view of another kind has their name.
     */
    static Definitions joined(Definitions before, Definitions written) {
        var views = new LinkedHashMap<String, KnownView>();
        for (var view : written.views()) {
            views.put(
                    view.name(),
                    before.views().stream()
                            .filter(each -> view(each).equals(view(view)))
                            .findFirst()
                            .orElse(view));
        }
        var onDemand = new LinkedHashMap<String, OnDemandView>();
        written.onDemand().forEach(view -> onDemand.put(view.name(), view));
        before.onDemand().stream()
                .filter(view -> view.expressions().isEmpty() && !views.containsKey(view.name()))
                .forEach(view -> onDemand.putIfAbsent(view.name(), view));
        var services = new LinkedHashMap<String, FeatureService>();
        written.services().forEach(service -> services.put(service.name(), service));
        return new Definitions(views, onDemand, services);
    }

    static Definitions read(String text, Path file) {
        try {
            var written = JsonParser.parseString(text).getAsJsonObject();
            int version = written.get("version").getAsInt();
            if (version > VERSION) {
                throw new IllegalArgumentException(
                        "the registry '%s' was written by a newer Himalia (version %d, this one reads %d); update Himalia, or name another folder"
                                .formatted(file, version, VERSION));
            }
            var views = new LinkedHashMap<String, KnownView>();
            for (var each : written.getAsJsonArray("views")) {
                var view = view(each.getAsJsonObject());
                views.put(view.name(), view);
            }
            var onDemand = new LinkedHashMap<String, OnDemandView>();
            for (var each : written.getAsJsonArray("on_demand_views")) {
                var about = each.getAsJsonObject();
                var view =
                        OnDemandView.sql(
                                text(about, "name"),
                                text(about, "sql"),
                                texts(about, "sources").toArray(String[]::new));
                onDemand.put(view.name(), view);
            }
            var services = new LinkedHashMap<String, FeatureService>();
            for (var each : written.getAsJsonArray("services")) {
                var about = each.getAsJsonObject();
                var service = new FeatureService(text(about, "name"), texts(about, "features"));
                services.put(service.name(), service);
            }
            return new Definitions(views, onDemand, services);
        } catch (JsonParseException
                | IllegalStateException
                | NullPointerException
                | DateTimeException e) {
            throw new IllegalArgumentException(
                    "'%s' is no registry of a feature store (%s); move it away, and apply the definitions again"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static KnownView view(JsonObject about) {
        var name = text(about, "name");
        var entities = new ArrayList<Entity>();
        for (var each : about.getAsJsonArray("entities")) {
            var entity = each.getAsJsonObject();
            entities.add(new Entity(text(entity, "name"), text(entity, "join_key")));
        }
        var features = new ArrayList<Feature>();
        for (var each : about.getAsJsonArray("features")) {
            var feature = each.getAsJsonObject();
            features.add(
                    new Feature(
                            text(feature, "name"),
                            Feature.Type.valueOf(text(feature, "type")),
                            List.of(),
                            List.of()));
        }
        var source = source(name, about, features);
        var ttl = text(about, "ttl");
        var view =
                new FeatureView(
                        name,
                        entities,
                        source,
                        ttl.equals("forever") ? FeatureView.FOREVER : Duration.parse(ttl),
                        features.stream().map(Feature::name).toList());
        return new KnownView(view, features, texts(about, "key_kinds"));
    }

    private static FeatureSource source(String view, JsonObject about, List<Feature> features) {
        var event = text(about, "event_time");
        var source =
                switch (text(about, "source")) {
                    case "push" -> FeatureSource.pushed(event, features.toArray(Feature[]::new));
                    case "file" -> FeatureSource.of(Path.of(text(about, "file")), event);
                    default -> FeatureSource.lost(view, event);
                };
        source = source.zone(ZoneId.of(text(about, "zone"))).pushName(text(about, "push_name"));
        var created = text(about, "created_time");
        return created.isEmpty() ? source : source.created(created);
    }

    private static String text(JsonObject about, String name) {
        return about.get(name).getAsString();
    }

    private static List<String> texts(JsonObject about, String name) {
        return about.getAsJsonArray(name).asList().stream()
                .map(each -> each.getAsString())
                .toList();
    }

    private static JsonArray texts(List<String> texts) {
        var written = new JsonArray();
        texts.forEach(written::add);
        return written;
    }
}
