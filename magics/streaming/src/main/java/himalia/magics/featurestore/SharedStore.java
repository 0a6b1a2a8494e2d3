package himalia.magics.featurestore;

import himalia.featurestore.FeatureStore;
import himalia.magics.spi.LineSoFar;
import himalia.magics.spi.Notebook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The stores in folders beside notebooks that lines of {@code %features} have opened; a session's end closes them. */
final class SharedStore {
    /** Where the store lies unless another one is named. */
    static final String FOLDER = ".himalia/features";

    private static final Map<Path, FeatureStore> OPEN = new ConcurrentHashMap<>();

    private SharedStore() {}

    static FeatureStore of(Notebook notebook) {
        var folder = notebook.directory().resolve(FOLDER).toAbsolutePath().normalize();
        return OPEN.computeIfAbsent(folder, each -> opened(notebook, each));
    }

    /** Returns the features and services of the store that a line which is being typed names; makes none. */
    static List<String> names(LineSoFar line) {
        int option = line.words().indexOf("--store");
        if (option >= 0 && option + 1 < line.words().size()) {
            var named = line.variables(FeatureStore.class).get(line.words().get(option + 1));
            return named == null ? List.of() : names(named);
        }
        var folder = line.directory().resolve(FOLDER).toAbsolutePath().normalize();
        var open = OPEN.get(folder);
        if (open != null || !Files.exists(folder.resolve("registry.json"))) {
            return open == null ? List.of() : names(open);
        }
        try (var once = FeatureStore.at(folder.toString())) {
            return names(once);
        }
    }

    private static List<String> names(FeatureStore store) {
        return store.features().stringColumn("feature").asList();
    }

    private static FeatureStore opened(Notebook notebook, Path folder) {
        var store = FeatureStore.at(folder.toString());
        notebook.onEnd(
                "the feature store " + folder,
                () -> {
                    OPEN.remove(folder);
                    store.close();
                });
        return store;
    }
}
