package himalia.featurestore;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;

/** Which files a question for historical features is answered by, where all that it needs is in files. */
final class FilesNeeded {
    private FilesNeeded() {}

    static List<String> of(Registry registry, List<FeatureName> names) {
        if (registry.isInMemory()) {
            throw new IllegalArgumentException(
                    "a store in memory is this process's alone, and no other machine can ask it; FeatureStore.at(\"folder\") makes one that others see");
        }
        var files = new LinkedHashSet<String>();
        files.add(Path.of(registry.place(), Registry.FILE).toString());
        for (var name : names) {
            var definitions = registry.definitions();
            var onDemand = definitions.onDemand(name.view());
            if (onDemand.isPresent()) {
                throw new IllegalArgumentException(
                        "the view '%s' is computed by %s; ask for its sources there, and for it here"
                                .formatted(
                                        name.view(),
                                        onDemand.get().expressions().isEmpty()
                                                ? "a function of this notebook, which the store's folder does not hold"
                                                : "SQL on the rows that come back, and a cluster joins sources alone"));
            }
            var source = definitions.view(name.view()).view().source();
            if (source.place().isEmpty() && !source.isPushed()) {
                throw new IllegalArgumentException(
                        "the rows of the view '%s' are a table of this notebook, which another machine cannot read; write them with Storage.write, and apply the view with FeatureSource.of(\"file\", …)"
                                .formatted(name.view()));
            }
            if (!source.place().isEmpty()) {
                files.add(source.place());
            }
        }
        return List.copyOf(files);
    }
}
