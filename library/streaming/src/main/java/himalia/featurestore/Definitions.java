package himalia.featurestore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a store was told of, by name; it is replaced as a whole, so that a request sees one state of it. */
final class Definitions {
    private final Map<String, KnownView> views;
    private final Map<String, OnDemandView> onDemand;
    private final Map<String, FeatureService> services;

    Definitions(
            Map<String, KnownView> views,
            Map<String, OnDemandView> onDemand,
            Map<String, FeatureService> services) {
        this.views = views;
        this.onDemand = onDemand;
        this.services = services;
    }

    static Definitions none() {
        return new Definitions(Map.of(), Map.of(), Map.of());
    }

    Collection<KnownView> views() {
        return views.values();
    }

    Collection<OnDemandView> onDemand() {
        return onDemand.values();
    }

    Collection<FeatureService> services() {
        return services.values();
    }

    /** Returns these and others, which take the place of those that had their names. */
    Definitions with(List<Definition> added) {
        var newViews = new LinkedHashMap<>(views);
        var newOnDemand = new LinkedHashMap<>(onDemand);
        var newServices = new LinkedHashMap<>(services);
        for (var definition : added) {
            var name = definition.name();
            if (definition instanceof FeatureView view) {
                newOnDemand.remove(name);
                newViews.put(name, KnownView.of(view));
            } else if (definition instanceof OnDemandView view) {
                newViews.remove(name);
                newOnDemand.put(name, view);
            } else if (definition instanceof FeatureService service) {
                newServices.put(name, service);
            }
        }
        var made = new Definitions(newViews, newOnDemand, newServices);
        newOnDemand.values().forEach(made::check);
        newServices.values().forEach(each -> made.asked(each.features()));
        return made;
    }

    Definitions without(String name) {
        var newViews = new LinkedHashMap<>(views);
        var newOnDemand = new LinkedHashMap<>(onDemand);
        var newServices = new LinkedHashMap<>(services);
        newViews.remove(name);
        newOnDemand.remove(name);
        newServices.remove(name);
        return new Definitions(newViews, newOnDemand, newServices);
    }

    private void check(OnDemandView view) {
        for (var source : view.sources()) {
            var feature = FeatureName.of(source);
            if (onDemand.containsKey(feature.view())) {
                throw new IllegalArgumentException(
                        "on-demand view '%s' reads '%s', which is computed on demand itself; name what that reads"
                                .formatted(view.name(), source));
            }
            checkFeature(feature);
        }
    }

    Optional<OnDemandView> onDemand(String name) {
        return Optional.ofNullable(onDemand.get(name));
    }

    KnownView view(String name) {
        var view = views.get(name);
        if (view == null) {
            throw DefinitionNames.unknown("feature view", name, viewNames());
        }
        return view;
    }

    FeatureService service(String name) {
        var service = services.get(name);
        if (service == null) {
            throw DefinitionNames.unknown("feature service", name, services.keySet());
        }
        return service;
    }

    List<String> viewNames() {
        var names = new ArrayList<>(views.keySet());
        names.addAll(onDemand.keySet());
        return names;
    }

    /** Reads what is asked for: features, and services for theirs. */
    List<FeatureName> asked(List<String> written) {
        var names = new ArrayList<FeatureName>();
        for (var each : written) {
            if (FeatureName.isOne(each)) {
                names.add(FeatureName.of(each));
            } else {
                service(each).features().forEach(feature -> names.add(FeatureName.of(feature)));
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "no features are asked for; name some as view:feature");
        }
        names.forEach(this::checkFeature);
        return names;
    }

    /** Refuses two columns of one name. */
    static void checkDistinct(List<FeatureName> names, Collection<String> columns) {
        var taken = new LinkedHashSet<>(columns);
        for (var name : names) {
            if (!taken.add(name.called())) {
                throw new IllegalArgumentException(
                        "two columns would be called '%1$s'; ask for '%2$s as %3$s'"
                                .formatted(name.called(), name, name.full().called()));
            }
        }
    }

    private void checkFeature(FeatureName name) {
        var computed = onDemand.get(name.view());
        var features = computed == null ? view(name.view()).featureNames() : computed.features();
        // What SQL gives is known when it is run.
        boolean isUnsaid = computed != null && features.isEmpty();
        if (!isUnsaid && !features.contains(name.feature())) {
            throw DefinitionNames.unknownFeature(name.view(), name.feature(), features);
        }
    }
}
