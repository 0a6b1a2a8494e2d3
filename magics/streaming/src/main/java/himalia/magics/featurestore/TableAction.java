package himalia.magics.featurestore;

import himalia.featurestore.FeatureStore;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import org.jspecify.annotations.Nullable;

/** What {@code %features} does with a table alone: no store is opened for it. */
public interface TableAction<R> extends FeatureAction<R> {
    /** Does it. */
    @Nullable R run(Notebook notebook);

    /** Returns plain Java that does the same. */
    String java(JavaText java);

    @Override
    default @Nullable R run(Notebook notebook, FeatureStore store) {
        return run(notebook);
    }

    @Override
    default String java(JavaText java, String store) {
        return java(java);
    }
}
