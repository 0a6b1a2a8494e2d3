package himalia.magics.featurestore;

import himalia.featurestore.FeatureStore;
import himalia.magics.spi.FamilyMagic;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Works with a feature store. */
@Command(
        name = "features",
        synopsisSubcommandLabel = "ACTION",
        description =
                "Features for training and for predictions, from one feature store; scores of a table's columns.",
        sortOptions = false,
        footer = "Example: %%features history orders driver_stats:conv_rate")
public final class FeaturesMagic implements FamilyMagic<FeatureAction<?>> {
    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "A FeatureStore. Default: that of .himalia/features by the notebook.")
    private @Nullable FeatureStore store;

    @Override
    public @Nullable Object run(Notebook notebook, FeatureAction<?> action) throws Exception {
        return action instanceof TableAction<?> alone
                ? alone.run(notebook)
                : action.run(notebook, store == null ? SharedStore.of(notebook) : store);
    }

    @Override
    public Optional<String> java(JavaText java, FeatureAction<?> action) {
        var written =
                store == null
                        ? "FeatureStore.at(" + java.of(SharedStore.FOLDER) + ")"
                        : java.of(store);
        return Optional.of(action.java(java, written));
    }
}
