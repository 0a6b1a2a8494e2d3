package himalia.featurestore;

import java.util.ArrayList;
import java.util.List;

/** Changes what a store was told of, and with it what it has stored. */
record Applying(StoreFile file, Registry registry) {
    void apply(List<Definition> added) {
        var before = registry.definitions();
        var after = before.with(added);
        var changed = new ArrayList<String>();
        for (var view : after.views()) {
            boolean isKept =
                    before.views().stream()
                            .filter(old -> old.name().equals(view.name()))
                            .allMatch(view::reads);
            if (!isKept) {
                checkNothingPushed(view.name());
                changed.add(view.name());
            }
        }
        registry.set(after);
        file.inTransaction(
                connection -> {
                    for (var view : changed) {
                        OnlineRows.forget(connection, view, false);
                    }
                    return changed;
                });
    }

    private void checkNothingPushed(String view) {
        long rows = file.read(connection -> OnlineRows.countPushed(connection, view));
        if (rows > 0) {
            throw new IllegalArgumentException(
                    "view '%1$s' has other keys or types than before, and %2$d pushed rows of the old ones; give it another name, or store.delete(\"%1$s\") drops them"
                            .formatted(view, rows));
        }
    }

    void delete(String name) {
        var definitions = registry.definitions();
        var known = new ArrayList<>(definitions.viewNames());
        definitions.services().forEach(service -> known.add(service.name()));
        if (!known.contains(name)) {
            throw DefinitionNames.unknown("view or service", name, known);
        }
        registry.set(definitions.without(name));
        file.inTransaction(
                connection -> {
                    OnlineRows.forget(connection, name, true);
                    return name;
                });
    }
}
