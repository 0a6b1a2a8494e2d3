package himalia.featurestore;

import himalia.model.Feature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;

/**
 * A view that a store was told of.
 *
 * @param features its columns with their types, which its source had when it was applied
 * @param kinds what its keys hold; empty where rows are pushed alone, and none has said
 */
record KnownView(FeatureView view, List<Feature> features, List<String> kinds) {
    KnownView {
        features = List.copyOf(features);
        kinds = List.copyOf(kinds);
    }

    /** Reads the types of a view's features from its source, and checks that all that it names is there. */
    static KnownView of(FeatureView view) {
        var source = view.source();
        if (source.isPushed()) {
            return new KnownView(view, declared(view), List.of());
        }
        Table rows = source.rows();
        var where = "the rows of view '%s'".formatted(view.name());
        var known = new HashSet<>(view.joinKeys());
        known.add(source.eventTime());
        source.createdTime().ifPresent(known::add);
        for (var column : known) {
            Cells.find(rows, column, where);
        }
        var names =
                view.features().isEmpty()
                        ? rows.columnNames().stream().filter(each -> !known.contains(each)).toList()
                        : view.features();
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "view '%s' has no features: all columns of its rows are keys or times"
                            .formatted(view.name()));
        }
        var features = new ArrayList<Feature>();
        for (var name : names) {
            features.add(Cells.feature(view.name(), Cells.find(rows, name, where)));
        }
        // Wrong times and keys are told now, and not when features are asked for.
        var keys = ViewRows.GivenRows.of(view, features, rows).keys();
        keys.number(EntityKeys.numbers());
        var applied = new KnownView(view, features, keys.kinds());
        // A table that grows later is still the one that was applied.
        applied.print();
        return applied;
    }

    private static List<Feature> declared(FeatureView view) {
        var declared = view.source().declared();
        if (view.features().isEmpty()) {
            return declared;
        }
        var some = new ArrayList<Feature>();
        for (var name : view.features()) {
            some.add(
                    declared.stream()
                            .filter(each -> each.name().equals(name))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            DefinitionNames.unknownFeature(
                                                    view.name(), name, names(declared))));
        }
        return some;
    }

    /** Returns what tells the rows of this view from those of one that had its name. */
    String print() {
        return featureNames() + " of " + view.source().print();
    }

    String name() {
        return view.name();
    }

    List<String> featureNames() {
        return names(features);
    }

    /** Returns this with what its keys hold: of pushed rows, those say so that were pushed before. */
    KnownView told(StoreFile file) {
        if (!kinds.isEmpty()) {
            return this;
        }
        return file.read(connection -> OnlineRows.anyEntity(connection, name()))
                .map(entity -> new KnownView(view, features, EntityKeys.kinds(entity)))
                .orElse(this);
    }

    /** Returns what keys of an entity hold, if it has them and something has said so. */
    Optional<String> kind(Entity entity) {
        int place = view.entities().indexOf(entity);
        return place < 0 || kinds.isEmpty() ? Optional.empty() : Optional.of(kinds.get(place));
    }

    /** Returns whether rows that were stored under the other one are rows of this one. */
    boolean reads(KnownView other) {
        boolean isOtherKind =
                !kinds.isEmpty() && !other.kinds.isEmpty() && !kinds.equals(other.kinds);
        return !isOtherKind
                && other.view.joinKeys().equals(view.joinKeys())
                && other.features.stream()
                        .allMatch(
                                old ->
                                        features.stream()
                                                .filter(each -> each.name().equals(old.name()))
                                                .allMatch(each -> each.type() == old.type()));
    }

    private static List<String> names(List<Feature> features) {
        return features.stream().map(Feature::name).toList();
    }
}
