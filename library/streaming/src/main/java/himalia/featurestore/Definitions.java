package himalia.featurestore;

import himalia.display.bundle.Listed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** Reads the sources of the views among definitions. */
    static Map<String, KnownView> known(List<Definition> added) {
        var known = new LinkedHashMap<String, KnownView>();
        for (var definition : added) {
            if (definition instanceof FeatureView view) {
                known.put(view.name(), KnownView.of(view));
            }
        }
        return known;
    }

    /**
     * Returns these and others, which take the place of those that had their names.
     *
     * @param known the views among them, as their sources are
     */
    Definitions with(List<Definition> added, Map<String, KnownView> known) {
        var newViews = new LinkedHashMap<>(views);
        var newOnDemand = new LinkedHashMap<>(onDemand);
        var newServices = new LinkedHashMap<>(services);
        newViews.putAll(known);
        var names = new HashSet<String>();
        for (var definition : added) {
            names.add(definition.name());
            if (definition instanceof OnDemandView view) {
                newOnDemand.put(view.name(), view);
            } else if (definition instanceof FeatureService service) {
                newServices.put(service.name(), service);
            }
        }
        for (var name : names) {
            checkOneKind(name, newViews.keySet(), newOnDemand.keySet(), newServices.keySet());
        }
        var made = new Definitions(newViews, newOnDemand, newServices);
        // Not those that none of these concerns: what was left behind must not stand in the way.
        newOnDemand.values().forEach(each -> made.check(each, names));
        for (var service : newServices.values()) {
            made.concerned(service.name(), service.features(), names).forEach(made::checkFeature);
        }
        return made;
    }

    /** A name that means two things would be deleted as both. */
    @SafeVarargs
    private static void checkOneKind(String name, Set<String>... kinds) {
        if (Arrays.stream(kinds).filter(kind -> kind.contains(name)).count() > 1) {
            throw new IllegalArgumentException(
                    "'%1$s' would be the name of two kinds of definitions: a view, a view on demand and a service each have their own; take another, or store.delete(\"%1$s\") first"
                            .formatted(name));
        }
    }

    /** Returns those features that something reads which a change of these names concerns. */
    private List<FeatureName> concerned(String reader, List<String> reads, Set<String> names) {
        return reads.stream()
                .map(FeatureName::of)
                .filter(each -> names.contains(reader) || names.contains(each.view()))
                .toList();
    }

    /** Returns these without one, which nothing may read. */
    Definitions without(String name) {
        var known = new ArrayList<>(viewNames());
        known.addAll(services.keySet());
        if (!known.contains(name)) {
            throw DefinitionNames.unknown("view or service", name, known);
        }
        onDemand.values().forEach(each -> checkUnread(name, each.name(), each.sources()));
        services.values().forEach(each -> checkUnread(name, each.name(), each.features()));
        var newViews = new LinkedHashMap<>(views);
        var newOnDemand = new LinkedHashMap<>(onDemand);
        var newServices = new LinkedHashMap<>(services);
        newViews.remove(name);
        newOnDemand.remove(name);
        newServices.remove(name);
        return new Definitions(newViews, newOnDemand, newServices);
    }

    private static void checkUnread(String name, String reader, List<String> reads) {
        boolean isRead = reads.stream().anyMatch(each -> FeatureName.of(each).view().equals(name));
        if (isRead && !reader.equals(name)) {
            throw new IllegalArgumentException(
                    "view '%s' is read by '%s'; store.delete(\"%s\") first"
                            .formatted(name, reader, reader));
        }
    }

    private void check(OnDemandView view, Set<String> names) {
        for (var feature : concerned(view.name(), view.sources(), names)) {
            if (onDemand.containsKey(feature.view())) {
                throw new IllegalArgumentException(
                        "on-demand view '%s' reads '%s', which is computed on demand itself; name what that reads"
                                .formatted(view.name(), feature));
            }
            checkFeature(feature);
        }
    }

    Optional<OnDemandView> onDemand(String name) {
        return Optional.ofNullable(onDemand.get(name));
    }

    KnownView view(String name) {
        var view = views.get(name);
        var computed = onDemand.get(name);
        if (computed != null) {
            throw new IllegalArgumentException(
                    "'%s' is an on-demand view: it is computed when it is asked for, and has no rows of its own; those that it reads are of %s"
                            .formatted(
                                    name,
                                    computed.sources().isEmpty()
                                            ? "no view"
                                            : Listed.of(computed.sources(), 20)));
        }
        if (view == null) {
            throw DefinitionNames.unknown("feature view", name, viewNames());
        }
        return view;
    }

    /**
     * Returns a view with what its keys hold, as far as its store has rows. Where it has none, another view of the same entity says
     * so: texts in a request are numbers where those are.
     */
    KnownView told(KnownView view, StoreFile file) {
        var told = view.told(file);
        if (!told.kinds().isEmpty()) {
            return told;
        }
        var kinds = new ArrayList<String>();
        for (var entity : view.view().entities()) {
            views.values().stream()
                    .flatMap(other -> other.told(file).kind(entity).stream())
                    .findFirst()
                    .ifPresent(kinds::add);
        }
        return kinds.size() == view.view().entities().size()
                ? new KnownView(view.view(), view.features(), kinds)
                : view;
    }

    private String asked(String view) {
        var features = features(view);
        return features.isEmpty()
                ? view + ":FEATURE"
                : String.join(" ", features.stream().map(each -> view + ":" + each).toList());
    }

    /** Returns the names of a view's features; none where its SQL alone says so. */
    private List<String> features(String view) {
        var computed = onDemand.get(view);
        return computed == null ? view(view).featureNames() : computed.features();
    }

    FeatureService service(String name) {
        var service = services.get(name);
        if (service == null && viewNames().contains(name)) {
            throw new IllegalArgumentException(
                    "'%s' is a view, and what is asked for are its features: %s"
                            .formatted(name, asked(name)));
        }
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
                        "two columns would be called '%1$s'; ask for \"%2$s as %3$s\", with the quotes"
                                .formatted(name.called(), name, name.full().called()));
            }
        }
    }

    private void checkFeature(FeatureName name) {
        var features = features(name.view());
        // What SQL gives is known when it is run.
        boolean isUnsaid = onDemand.containsKey(name.view()) && features.isEmpty();
        if (!isUnsaid && !features.contains(name.feature())) {
            throw DefinitionNames.unknownFeature(name.view(), name.feature(), features);
        }
    }
}
