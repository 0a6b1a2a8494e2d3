package himalia.magics.featurestore;

import himalia.featurestore.FeatureStore;
import himalia.magics.spi.Notebook;
import java.nio.file.Path;
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
